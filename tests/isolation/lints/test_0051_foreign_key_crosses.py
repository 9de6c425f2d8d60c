"""A foreign key that leaves its organization is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_reference_by_id_alone_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.clients add constraint clients_id_key unique (id)",
        "alter table public.client_contacts add constraint loose"
        " foreign key (client_id) references public.clients (id)",
    )
    assert found == [
        "loose of public.client_contacts may refer to a row of another tenant in public.clients"
    ]


def test_a_reference_whose_columns_are_not_in_pairs_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.client_contacts add constraint twisted foreign key (client_id, org_id)"
        " references public.clients (org_id, id) not valid"
    )
    assert found == [
        "twisted of public.client_contacts may refer to a row of another tenant in public.clients"
    ]


def test_a_reference_to_another_organization_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.clients add partner uuid,"
        " add constraint partners foreign key (partner) references public.organizations (id)"
    )
    assert found == [
        "partners of public.clients may refer to a row of another tenant in public.organizations"
    ]


def test_so_it_is_in_any_other_database(planted: Planted) -> None:
    found = planted(
        "create schema other",
        "create table other.countries (id int primary key)",
        "create table other.notes (tenant_id uuid, id uuid primary key,"
        " country int references other.countries,"
        " parent uuid constraint up references other.notes)",
        tenant_column="tenant_id",
    )
    assert found == ["up of other.notes may refer to a row of another tenant in other.notes"]


def test_our_own_references_are_no_fault(planted: Planted) -> None:
    assert planted() == []
