"""Keys and foreign keys look past row-level security, so each carries the organisation."""

from __future__ import annotations

from typing import LiteralString

import pytest

from sealedbid.platform.postgres import Queries
from tests.db.faults import faults
from tests.fixtures.server import Installation

RULES = Queries("tests.db", "keys")

# by subject: the rule, how to break it, and what is then found
CASES: dict[str, tuple[str, LiteralString, str]] = {
    "a unique index begins with the organisation": (
        "global_keys",
        "create unique index clients_website_key on public.clients (website, org_id)",
        "clients_website_key of public.clients does not begin with the organisation",
    ),
    "an expression's index begins with the organisation": (
        "global_keys",
        "create unique index clients_lower_key on public.clients (lower(website))",
        "clients_lower_key of public.clients does not begin with the organisation",
    ),
    "an exclusion begins with the organisation": (
        "global_keys",
        # where there is no row, whatever other tests left
        "alter table public.jobs add constraint jobs_one"
        " exclude using gist (tstzrange(started_at, finished_at) with &&) where (attempt < 0)",
        "jobs_one of public.jobs does not begin with the organisation",
    ),
    "a reference stays in its organisation": (
        "crossing",
        "alter table public.clients add constraint clients_id_key unique (id);"
        "alter table public.client_contacts add constraint loose"
        " foreign key (client_id) references public.clients (id)",
        "loose of public.client_contacts crosses organisations",
    ),
    "a reference keeps its columns in pairs": (
        "crossing",
        "alter table public.client_contacts add constraint twisted foreign key (client_id, org_id)"
        " references public.clients (org_id, id) not valid",
        "twisted of public.client_contacts crosses organisations",
    ),
    "a reference to an organisation is org_id": (
        "crossing",
        "alter table public.clients add partner uuid,"
        " add constraint partners foreign key (partner) references public.organizations (id)",
        "partners of public.clients crosses organisations",
    ),
    "a reference rewrites nothing": (
        "actions",
        "alter table public.client_contacts drop constraint client_contacts_client_fkey;"
        "alter table public.client_contacts add constraint nulling foreign key (org_id, client_id)"
        " references public.clients (org_id, id) on delete set null",
        "nulling of public.client_contacts rewrites rows",
    ),
    "a reference has an index": (
        "unindexed",
        "drop index public.org_members_user_idx",
        "org_members_user_fkey of public.org_members has no index",
    ),
}


@pytest.mark.parametrize("subject", CASES)
def test_every_key_follows_the_rules(installation: Installation, subject: str) -> None:
    assert faults(installation, RULES[CASES[subject][0]]) == []


@pytest.mark.parametrize("subject", CASES)
def test_a_planted_fault_of_a_key_is_found(installation: Installation, subject: str) -> None:
    rule, plant, found = CASES[subject]
    assert found in faults(installation, RULES[rule], plant)
