"""A constraint that is not as the migrations wrote it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_one_that_is_gone_is_found(planted: Planted) -> None:
    found = planted("alter table public.contracts drop constraint contracts_proposal_fkey")
    assert found == [
        "contracts_proposal_fkey of public.contracts was written by a migration and is gone"
    ]


def test_one_that_was_made_by_hand_is_found(planted: Planted) -> None:
    found = planted("alter table public.clients add constraint named check (name <> 'x')")
    assert found == ["named of public.clients was written by no migration"]


def test_as_it_is_all_are_as_they_were_written(planted: Planted) -> None:
    assert planted() == []
