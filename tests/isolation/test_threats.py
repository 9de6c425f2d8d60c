"""The list of threats is complete and names only existing files."""

from __future__ import annotations

import re
from pathlib import Path

from sealedbid.isolation.audit import read_lints
from sealedbid.isolation.prove import SERVER_VECTORS, VECTORS

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/reference/threats.md").read_text(encoding="utf-8")
NAMES = {vector.name for vector in VECTORS} | {vector.name for vector in SERVER_VECTORS}
ROWS = [line.strip("|").split("|") for line in PAGE.splitlines() if re.match(r"\| *\d+ \|", line)]


def test_each_has_its_line() -> None:
    assert [int(row[0]) for row in ROWS] == list(range(1, len(ROWS) + 1))


def test_each_is_shown_by_something_or_does_not_apply() -> None:
    for row in ROWS:
        assert re.search(r"\d{4}_\w+|\*[^*]+\*|tests/|does not apply", row[3]), row


def test_every_test_and_lint_that_a_threat_names_exists() -> None:
    lints = {lint.label for lint in read_lints()}
    assert set(re.findall(r"\b\d{4}_\w+", PAGE)) <= lints
    shown = re.sub(r".*Numbers are those.*?\n\n", "", PAGE, flags=re.S)
    assert set(re.findall(r"\*([^*|]+)\*", shown)) <= NAMES
    for path in re.findall(r"tests/[\w/]+\.py", PAGE):
        assert (ROOT / path).exists(), path


def test_each_vector_stops_something() -> None:
    for name in NAMES - {"guest", "person", "job", "rolled back"}:
        assert f"*{name}*" in PAGE, name


def test_pages_of_lints_name_threats_that_are_there() -> None:
    for lint in read_lints():
        for numbers in re.findall(r"\(Threats? ([\d, to]+)", lint.page):
            assert all(1 <= int(number) <= len(ROWS) for number in re.findall(r"\d+", numbers)), (
                lint.label
            )
