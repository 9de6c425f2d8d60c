"""A filled database of the first release migrates, and the product runs on it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final, LiteralString

import psycopg
import pytest
from psycopg import Connection, sql
from psycopg.errors import CheckViolation, InsufficientPrivilege

from sealedbid.isolation.audit import audit_database
from sealedbid.isolation.factory import fill
from sealedbid.platform.migrations import MigrationResult, files, migrate, status
from sealedbid.platform.postgres.logins import login_password
from sealedbid.platform.shipped import database_files
from tests.fixtures.people import Organization, People, World
from tests.fixtures.server import Installation

NEWEST_OF_THE_FIRST: Final = "0910"
"""The last migration of the first release; later ones are applied to what it came to."""

# By the text of CONTRIBUTING alone: "How to add a column", "How to add a table".
COLUMN: Final = """-- migrate:up

-- How a client likes to be written to.
alter table public.clients
    add column later_salutation text not null default '',
    add column later_rating     int;
comment on column public.clients.later_salutation is 'As letters begin: Dear Ms. Finch.';
comment on column public.clients.later_rating is 'From 1 to 5; only functions write it.';
select seal_private.open_column('public.clients', 'later_salutation', p_most => 200),
       seal_private.open_column('public.clients', 'later_rating', p_fixed => true);

-- migrate:down
"""
TABLE: Final = """-- migrate:up

-- What colleagues say to each other about a proposal.
create table public.later_comments (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    proposal_id uuid not null,
    body        text not null,
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint later_comments_pkey primary key (org_id, id),
    constraint later_comments_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade
);
comment on table public.later_comments is 'Comments on proposals.';
create index later_comments_proposal_idx on public.later_comments (org_id, proposal_id);

select seal_private.protect('public.later_comments', p_remove => 'member');

-- migrate:down
"""


def run(installation: Installation) -> MigrationResult:
    settings = installation.settings
    return migrate(installation.owner, lambda login: login_password(settings, login))


def counts(connection: Connection[Any]) -> dict[str, int]:
    """Return the number of rows of each table of public."""
    found = {}
    for (table,) in connection.execute(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'"
    ).fetchall():
        statement = sql.SQL("select count(*) from public.{}").format(sql.Identifier(table))
        row = connection.execute(statement).fetchone()
        assert row is not None
        found[table] = row[0]
    return found


@pytest.fixture
def releases(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Choose which migrations are shipped: of the first release, or all and further ones."""

    def choose(*further: str, first_only: bool = False) -> None:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        shutil.copytree(database_files(), folder)
        for path in (folder / "migrations").glob("*/*.sql"):
            if first_only and path.name[:4] > NEWEST_OF_THE_FIRST:
                path.unlink()
        for number, text in enumerate(further, 9001):
            (folder / "migrations" / "content" / f"{number}_later.sql").write_text(text)
        monkeypatch.setattr(files, "database_files", lambda: folder)

    return choose


@pytest.fixture
def filled(
    make_database: Callable[..., Installation], releases: Callable[..., None]
) -> Iterator[tuple[Installation, World]]:
    """A database of the first release with two organizations that have rows in every table."""
    installation = make_database(migrated=False)
    releases(first_only=True)
    run(installation)
    with People(installation).staying() as people:
        world = people.world()
        with installation.as_owner() as owner:
            fill(owner, world.a.id, marker="alder", rows=2)
            fill(owner, world.b.id, marker="borealis", rows=2)
        yield installation, world


def as_member(installation: Installation, organization: Organization) -> Connection[Any]:
    """A connection in which a member of the organization has a context in each transaction."""
    api = installation.connect("sb_api")
    api.autocommit = False
    proof = organization.member.proof
    api.execute("select seal.open('session', %s, %s)", (proof, organization.id))
    return api


@pytest.mark.full
def test_a_filled_database_migrates_and_the_product_runs_on_it(
    filled: tuple[Installation, World], releases: Callable[..., None]
) -> None:
    installation, world = filled
    with installation.as_superuser() as behind:
        before = counts(behind)
    assert min(before.values()) >= 1
    releases(COLUMN, TABLE)
    run(installation)
    assert not status(installation.owner).pending
    with installation.as_superuser() as behind:
        assert counts(behind) == before | {"later_comments": 0}
    findings = audit_database(installation.conninfo("sb_api")).findings
    assert [finding for finding in findings if finding.level == "error"] == []
    assert [finding.lint for finding in findings if finding.lint.startswith("0084")] == []

    with as_member(installation, world.a) as api:
        changed = api.execute(
            "update public.clients set later_salutation = 'Dear Ms. Finch'"
        ).rowcount
        assert changed == 2
        assert refused(api, "update public.clients set later_rating = 5", InsufficientPrivilege)
        assert refused(
            api, "update public.clients set later_salutation = repeat('x', 201)", CheckViolation
        )
        api.execute(
            "insert into public.later_comments (org_id, proposal_id, body)"
            " select org_id, id, 'Ours.' from public.proposals"
        )
        api.commit()
    with as_member(installation, world.b) as api:
        assert api.execute("select distinct later_salutation from public.clients").fetchall() == [
            ("",)
        ]
        assert api.execute("select count(*) from public.later_comments").fetchone() == (0,)


def refused(api: Connection[Any], statement: LiteralString, error: type[psycopg.Error]) -> bool:
    with pytest.raises(error), api.transaction():
        api.execute(statement)
    return True


def test_no_column_is_opened_that_is_not_there_or_in_no_sealed_table(
    fresh_installation: Installation,
) -> None:
    with fresh_installation.as_owner() as owner:
        with pytest.raises(psycopg.errors.UndefinedColumn, match="there is no column later_rating"):
            owner.execute("select seal_private.open_column('public.clients', 'later_rating')")
        with pytest.raises(psycopg.errors.WrongObjectType, match="has not sealed the table"):
            owner.execute("select seal_private.open_column('queue.workers', 'host')")
