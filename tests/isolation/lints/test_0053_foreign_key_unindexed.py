"""A foreign key without an index is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_reference_that_lost_its_index_is_found(planted: Planted) -> None:
    found = planted("drop index public.org_members_user_idx")
    assert found == ["org_members_user_fkey of public.org_members has no index"]


def test_our_own_references_are_no_fault(planted: Planted) -> None:
    assert planted() == []
