"""A policy that is not as the migrations wrote it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_listed_policy_that_is_for_everybody_is_found(planted: Planted) -> None:
    found = planted("alter policy founding on public.organizations to public")
    assert found == ["founding on public.organizations is not as the migrations wrote it"]


def test_a_listed_policy_that_asks_nothing_is_found(planted: Planted) -> None:
    found = planted("alter policy own_profile on public.profiles using (true)")
    assert found == ["own_profile on public.profiles is not as the migrations wrote it"]


def test_one_that_is_gone_and_one_that_is_new_are_found(planted: Planted) -> None:
    found = planted("alter policy tenant_read on public.clients rename to tenant_sees")
    assert found == [
        "tenant_read on public.clients was written by a migration and is gone",
        "tenant_sees on public.clients was written by no migration",
    ]


def test_as_it_is_all_are_as_they_were_written(planted: Planted) -> None:
    assert planted() == []
