"""A privilege that is not about rows is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_emptying_a_table_is_found(planted: Planted) -> None:
    found = planted("grant truncate on public.clients to sb_tenant")
    assert found == ["sb_tenant has TRUNCATE on public.clients"]


def test_referring_to_a_column_is_found(planted: Planted) -> None:
    found = planted("grant references (id) on public.clients to sb_tenant")
    assert found == ["sb_tenant has REFERENCES on public.clients.id"]


def test_many_tables_are_one_finding(planted: Planted) -> None:
    (found,) = planted("grant trigger on all tables in schema public to sb_gate")
    assert found.startswith("sb_gate has TRIGGER on public.agent_runs and ")


def test_as_it_is_nobody_has_any(planted: Planted) -> None:
    assert planted() == []
