"""A default that is not as the migrations wrote it is found."""

from __future__ import annotations

from tests.isolation.lints.conftest import Planted


def test_a_rank_of_4_that_nobody_has_to_name_is_found(planted: Planted) -> None:
    found = planted("alter table public.jobs alter column requested_rank set default 4")
    assert found == ["requested_rank of public.jobs was written by no migration"]


def test_one_that_is_another_is_found(planted: Planted) -> None:
    found = planted("alter table public.jobs alter column max_attempts set default 25")
    assert found == ["max_attempts of public.jobs is not as the migrations wrote it"]


def test_one_that_is_gone_and_one_that_is_new_are_found(planted: Planted) -> None:
    found = planted(
        "alter table public.jobs alter column max_attempts drop default",
        "alter table public.clients alter column name set default 'nobody'",
    )
    assert found == [
        "max_attempts of public.jobs was written by a migration and is gone",
        "name of public.clients was written by no migration",
    ]


def test_as_it_is_there_is_none(planted: Planted) -> None:
    assert planted() == []
