"""The tutorial "Your first proposal", run out of its Markdown: it prints what it says."""

from __future__ import annotations

import pytest

from tests.acceptance.following import TUTORIALS, Step, assert_prints, follow

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

PAGE = TUTORIALS / "first-proposal.md"
# By hand: a calendar, six templates and half days, from the price list of the tutorial.
NET = 2_400 + 6 * 640
WITH_TWO, WITH_THREE = NET + 2 * 450, NET + 3 * 450


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    return follow(PAGE, tmp_path_factory.mktemp("first-proposal"))


def test_each_block_prints_what_the_page_says(steps: list[Step]) -> None:
    assert sum(bool(step.said) for step in steps) >= 9
    for step in steps:
        assert_prints(step)


def test_the_sums_are_those_of_the_price_list(steps: list[Step]) -> None:
    document = next(step.printed for step in steps if "cat proposal.md" in step.commands)
    assert f"| **Before tax** |  |  | **£{WITH_TWO:,}.00** |" in document
    assert f"| **Total** |  |  | **£{WITH_TWO * 12 // 10:,}.00** |" in document
    taken_back = next(step for step in steps if "--take-back" in step.commands)
    assert f"{WITH_THREE:,}.00 GBP" in taken_back.printed


def test_the_period_begins_on_the_day_that_a_person_chose(steps: list[Step]) -> None:
    document = next(step.printed for step in steps if "cat proposal.md" in step.commands)
    assert "3 September 2029 to 21 December 2029" in document
    assert "9 March" not in document
    assert "five working days" not in document
    assert "480" not in document
