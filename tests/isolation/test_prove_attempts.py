"""Verdicts on the answers to attacks."""

from __future__ import annotations

import pytest
from psycopg import sql

from sealedbid.isolation.prove.attempt import Answer, Attempt, judge
from sealedbid.isolation.prove.outcome import MalformedAttackError

TOKENS = frozenset({"canaryb"})


def attempt(*, own: int = 0, is_write: bool = False, **params: str) -> Attempt:
    return Attempt(sql.SQL("select 1"), params, own, is_write)


def test_what_is_the_others_in_an_answer_is_a_leak() -> None:
    assert judge(attempt(own=9), Answer(1, "[('canaryb',)]"), TOKENS).verdict == "LEAK"
    assert judge(attempt(own=9), Answer(0, "quotes canaryb", "22P02"), TOKENS).verdict == "LEAK"


def test_what_the_attacker_wrote_himself_is_none() -> None:
    said = judge(attempt(own=1, v="canaryb"), Answer(1, "[('canaryb',)]"), TOKENS)
    assert said.verdict == "nothing"


def test_more_rows_than_ones_own_are_a_leak() -> None:
    assert judge(attempt(own=2), Answer(3, "[]"), TOKENS).verdict == "LEAK"
    assert judge(attempt(own=2), Answer(2, "[]"), TOKENS).verdict == "nothing"


def test_a_constraint_that_was_asked_is_a_leak_where_nothing_is_ones_own() -> None:
    met = Answer(0, "violates", "23505", "clients_name_key")
    assert judge(attempt(is_write=True), met, TOKENS).verdict == "LEAK"
    assert judge(attempt(is_write=True, own=1), met, TOKENS).verdict == "refused"


@pytest.mark.parametrize("sqlstate", ["42601", "42703", "42883", "42P01"])
def test_an_attack_that_is_no_statement_for_the_schema_is_no_proof(sqlstate: str) -> None:
    with pytest.raises(MalformedAttackError, match="nothing is proven"):
        judge(attempt(), Answer(0, "no such column", sqlstate), TOKENS)


def test_a_missing_privilege_and_a_forged_context_are_refusals() -> None:
    for sqlstate in ("42501", "28000"):
        assert judge(attempt(), Answer(0, "no", sqlstate), TOKENS).verdict == "refused"
