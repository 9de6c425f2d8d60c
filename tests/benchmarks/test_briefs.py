"""The benchmark of briefs: its aims hold, and it counts what it says."""

from __future__ import annotations

import pytest
from benchmarks.briefs import AIMED, TODAY, VERDICTS, Judged, judge, missed_aims

from sealedbid.intelligence.brief import read_brief
from tests.intelligence.brief.facts.cases import Case, cases


@pytest.mark.full
def test_no_deadline_and_no_budget_of_the_cases_is_wrong_but_sure() -> None:
    found = [each for case in cases() for each in judge(case, read_brief(case.text, today=TODAY))]
    assert missed_aims(found) == []
    assert [each for each in found if each.verdict == VERDICTS[3]] == []


def test_a_fact_that_must_not_be_there_is_wrong_if_it_is_sure() -> None:
    text = "Our budget is 5,000 EUR."
    case = Case(
        name="x", text=text, facts={}, criteria=None, absent=frozenset({"budget"}), open=frozenset()
    )
    (found,) = judge(case, read_brief(text, today=TODAY))
    assert found == Judged(case="x", kind="budget", verdict="wrong but sure")


def test_an_aim_is_missed_by_one_wrong_and_sure_fact_or_by_too_few_right_ones() -> None:
    right = [Judged(case="x", kind=kind, verdict=VERDICTS[0]) for kind in AIMED]
    wrong = Judged(case="x", kind="deadline", verdict=VERDICTS[3])
    unfound = Judged(case="x", kind="budget", verdict=VERDICTS[2])
    assert missed_aims(right) == []
    assert missed_aims([*right, wrong])
    assert missed_aims([*right, unfound])
