"""Style of the SQL that ships; bodies of functions too, which are literals to sqlfluff."""

from __future__ import annotations

import re
from typing import Final

import pytest

from tests.platform.test_tree import texts

LONGEST: Final = 120
"""Characters of a line."""
SHIPPED: Final = ("db/migrations/", "db/roles/", "src/")
# A format's %I is a place for an identifier. No dollar quotes: bodies are read.
_APART: Final = re.compile(r"--[^\n]*|/\*.*?\*/|[eE]?'(?:[^']|'')*'|\"[^\"]*\"|%I", re.DOTALL)


def faults(text: str) -> list[str]:
    """Return a line for each line that is too long, or has a capital outside literals."""
    words = _APART.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text).splitlines()
    found = []
    for number, (line, rest) in enumerate(zip(text.splitlines(), words, strict=True), 1):
        if len(line) > LONGEST:
            found.append(f"{number}: {len(line)} characters")
        if re.search(r"[A-Z]", rest):
            found.append(f"{number}: capitals: {line.strip()}")
    return found


def test_shipped_sql_is_lower_case_in_lines_that_fit() -> None:
    found = {
        path: lines
        for path, text in texts().items()
        if path.startswith(SHIPPED) and path.endswith(".sql") and (lines := faults(text))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("create function a() as $$\n    SELECT 1\n$$;", "2: capitals"),
        (f"-- {'word ' * 30}", "1: 153 characters"),
    ],
)
def test_a_planted_fault_of_style_is_found(text: str, fault: str) -> None:
    (found,) = faults(text)
    assert found.startswith(fault)


def test_comments_and_literals_may_have_capitals() -> None:
    assert faults("-- An OR\nselect E'\\nA', 'it''s A', \"A\" /* A\nB */ from x") == []
