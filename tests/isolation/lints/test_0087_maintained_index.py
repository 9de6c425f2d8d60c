"""An index of another shape under the reserved name is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_unique_one_is_found(planted: Planted) -> None:
    found = planted("create unique index maintained_email on public.clients (email)")
    assert found == ["maintained_email of public.clients is unique"]


def test_one_that_calls_a_function_of_ours_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.lowered(text) returns text language sql immutable return lower($1)",
        "create index maintained_email on public.clients (public.lowered(email))",
    )
    assert found == ["maintained_email of public.clients calls a function of ours"]


def test_one_whose_condition_calls_a_function_of_ours_is_found(planted: Planted) -> None:
    found = planted(
        "create function public.shown(text) returns boolean language sql immutable return true",
        "create index maintained_email on public.clients (email) where public.shown(name)",
    )
    assert found == ["maintained_email of public.clients calls a function of ours"]


def test_an_exclusion_is_found(planted: Planted) -> None:
    found = planted(
        "alter table public.clients add constraint maintained_email"
        " exclude using btree (email with =)"
    )
    assert found == ["maintained_email of public.clients is an exclusion"]


def test_another_kind_on_another_table_is_found(planted: Planted) -> None:
    found = planted(
        "create table public.elsewhere (id int)",
        "create index maintained_id on public.elsewhere using hash (id)",
    )
    assert found == [
        "maintained_id of public.elsewhere is a hash index",
        "maintained_id of public.elsewhere is on no table of ours",
    ]


def test_what_maintenance_makes_is_no_fault(planted: Planted) -> None:
    found = planted(
        "create index maintained_clients on public.clients (org_id, lower(email))",
        "create index maintained_half on public.clients using hnsw"
        " ((array[length(name)]::vector(1)) vector_l2_ops)",
    )
    assert found == []


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
