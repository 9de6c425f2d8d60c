"""A trigger that is off is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_trigger_of_ours_is_found(planted: Planted) -> None:
    found = planted("alter table public.clients disable trigger touch")
    assert found == ["public.clients has its trigger touch switched off"]


def test_references_that_are_not_kept_are_found(planted: Planted) -> None:
    found = planted("alter table public.client_contacts disable trigger all")
    assert "public.client_contacts does not keep its reference client_contacts_client_fkey" in found


def test_as_it_is_all_are_on(planted: Planted) -> None:
    assert planted() == []
