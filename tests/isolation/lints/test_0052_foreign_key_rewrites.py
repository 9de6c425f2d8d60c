"""A foreign key that rewrites rows, or was never validated, is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_reference_that_empties_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.client_contacts drop constraint client_contacts_client_fkey",
        "alter table public.client_contacts add constraint nulling foreign key (org_id, client_id)"
        " references public.clients (org_id, id) on delete set null",
    )
    assert found == [
        "nulling of public.client_contacts rewrites rows",
        "nulling of public.client_contacts would empty the tenant's column",
    ]


def test_a_reference_that_follows_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.client_contacts add constraint following"
        " foreign key (org_id, client_id)"
        " references public.clients (org_id, id) on update cascade"
    )
    assert found == ["following of public.client_contacts rewrites rows when a key changes"]


def test_a_reference_that_was_never_checked_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.client_contacts add constraint unchecked"
        " foreign key (org_id, client_id) references public.clients (org_id, id) not valid"
    )
    assert found == ["unchecked of public.client_contacts was never validated"]


def test_our_own_references_are_no_fault(planted: Planted) -> None:
    assert planted() == []
