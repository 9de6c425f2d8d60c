"""Limits, rows of tables, reviews that are past: each reaches the reader that it is for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.composer.given import Given
from sealedbid.intelligence.writer.composer.known import Known
from sealedbid.platform import rows
from tests.intelligence.composer.making import TODAY, assign, author, draft, printed

TABLE = """# Incidents

Our answer times are these.

| Severity | Answer | Repair |
|---|---|---|
| Critical | 4 hours | 1 day |
| Minor | 2 days | 9 days |
"""


def test_a_row_is_shown_to_the_author_with_its_head_and_not_printed() -> None:
    brief = "Critical incidents must be answered within 1 hour, minor incidents within 3 days."
    one = draft(brief, pages={"policies/incidents.md": TABLE})
    found = [each for asked in author(one).requirements for each in asked.candidates]
    assert any(each.text.startswith("Severity: Critical; Answer: 4 hours") for each in found)
    assert "4 hours" not in printed(one)


def test_a_page_whose_review_is_past_is_the_authors_to_read() -> None:
    page = "# Backups\n\nWe restore every backup of a database once a month, to test it.\n"
    brief = "Each backup of the database must be restored as a test every month."
    given = assign(brief, pages={"policies/backups.md": page})
    assert "once a month, to test it" in printed(compose(given))
    old = [rows.replace(match, review_by=date(2026, 1, 1)) for match in given.recall.matches]
    one = compose(replace(given, recall=replace(given.recall, matches=tuple(old))))
    assert "once a month, to test it" not in printed(one)
    assert "read again by 2026-01-01" in author(one).held[0].reason


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Proposals must not exceed 12 pages.", 12),
        ("Proposals must not exceed 12 pages. A resume is limited to one page.", 12),
        ("We want a logo.", None),
    ],
)
def test_the_limit_is_that_of_the_whole_answer(text: str, pages: int | None) -> None:
    brief = assign(text).brief
    most = Known(brief, Given({}), text, TODAY).most_words
    assert most == (None if pages is None else pages * 385)


@pytest.mark.parametrize(
    ("answer", "number"),
    [("1,200", 1200), ("320", 320), ("12.5", 12.5), ("about 3 or 4", None), ("none", None)],
)
def test_a_number_is_read_only_where_there_is_one(answer: str, number: float | None) -> None:
    assert Given({"k": answer}).number("k") == number


@pytest.mark.parametrize(
    ("answer", "minor"),
    [("5200", 520_000), ("EUR 5,200", 520_000), ("USD 5,200", None), ("5200.505", None)],
)
def test_a_sum_is_read_in_the_proposals_currency_alone(answer: str, minor: int | None) -> None:
    assert Given({"k": answer}).money("k", "EUR") == minor


def test_a_validity_that_has_passed_is_not_printed() -> None:
    text = "Offers must be received by 3 May 2019 and remain valid for 60 days. We want a logo."
    assert not [row for row in draft(text).document.cover if row.label == "Valid until"]


def test_the_author_is_told_of_a_language_that_is_not_read() -> None:
    brief = (
        "Il Comune di Esempio cerca un fornitore per il nuovo sito. Le offerte devono pervenire "
        "entro il 15 gennaio. Il fornitore deve garantire che il sito sia accessibile a tutti."
    )
    told = "This brief is in Italian: only its tables and dates were read."
    assert told in author(draft(brief)).checks
    assert told not in author(draft("We need a website that everybody can read.")).checks
