"""A privilege that no migration gave is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_column_more_is_found(planted: Planted) -> None:
    (found,) = planted("grant insert (requested_rank) on public.jobs to sb_tenant")
    assert found.startswith("sb_tenant insert public.jobs covers ")
    assert "requested_rank" in found.partition(", and was given for ")[0]
    assert "requested_rank" not in found.partition(", and was given for ")[2]


def test_another_role_is_found(planted: Planted) -> None:
    found = planted("grant delete on public.invoices to sb_gate")
    assert found == ["sb_gate delete public.invoices was given by no migration"]


def test_a_privilege_that_was_taken_is_found(planted: Planted) -> None:
    found = planted("revoke delete on public.clients from sb_tenant")
    assert found == ["sb_tenant delete public.clients was given by a migration and is gone"]


def test_as_it_is_all_are_as_they_were_given(planted: Planted) -> None:
    assert planted() == []
