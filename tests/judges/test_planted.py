"""Our audit and pgrls on a schema with holes; the page has each one's findings."""

from __future__ import annotations

import re

import pytest

from tests.fixtures.pages import read_table
from tests.judges.planted import TABLE, measure, relations
from tests.judges.tools import PAGE

pytestmark = pytest.mark.full


def test_the_page_says_what_each_judge_finds_at_each_hole(planted: str) -> None:
    measured = measure(planted)
    assert read_table(PAGE, TABLE) == measured, "python -m tests.judges writes the table anew"


def test_every_hole_is_on_the_page(planted: str) -> None:
    """Every planted relation that is not sound has a row, or is part of one that has."""
    on_page = {name for row in read_table(PAGE, TABLE) for name in re.findall(r"\w+", row[1])}
    holes = {name for name in relations(planted) if not name.startswith("sound")}
    assert holes - on_page == {"partitioned", "of_members"}
