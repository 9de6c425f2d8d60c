"""Review dates: found where a page says one, and never guessed."""

from __future__ import annotations

import time
from datetime import date

import pytest

from sealedbid.intelligence.knowledge.days import day_of
from sealedbid.intelligence.knowledge.review import Review, find_review

DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Us\nreview_by: 2026-10-01\n---\n\nText.",
        "---\nreview-by: '2026-10-01'  # by Bea\n---\nText.",
        '---\ntitle: Us\nValid until: "1 October 2026"\n---\nText.',
        "---\nnext_review: 2026-10-01T00:00:00Z\n---\nText.",
        "---\ntitle: Us\n---\n\nReview by 2026-10-01",
        "# Us\n\nText.\n\nReview by 1 October 2026.\n",
        "*Review by: October 1, 2026*\n\nText.",
        "> **Next review:** 1st of October 2026\n",
        "Last read on 3 March 2026 by Bea, review by 1 October 2026.\n",
        "Owner: Bea | Review by: 1 Oct. 2026\n",
        "| Review by | 1 October 2026 |\n|---|---|\n",
        "Valid until 01.10.2026",
        "Gültig bis zum 1. Oktober 2026",
        "Nächste Prüfung: 1.10.2026",
        "À revoir avant le 1er octobre 2026",
        "Valable jusqu’au 1 octobre 2026.",
        "Válido hasta el 1 de octubre de 2026",
        "Geldig tot en met 1 oktober 2026",
        "Owner: Bea Example\nReview by: 2026-10-01",
        "A long line of a text that ends where its sentence ends as well.\nReview by 2026-10-01",
        "Review by 1 October 2026\n\nReview by 1 November 2027\n",
        "---\nreview_by: 2026-10-01\n---\n\nReview by 1 May 2020\n",
    ],
)
def test_a_review_date_is_found(text: str) -> None:
    assert find_review(text) == Review(by=DAY)


@pytest.mark.parametrize(
    "text",
    [
        "Our certificate is valid until 1 October 2026.",
        "Valid until 1 October 2026, our prices include travel.",
        "We review by hand. On 1 October 2026 we moved.",
        "Review by the board, every year.",
        "Last reviewed on 1 October 2026.",
        "The authority under which all of our people at this place were hired\nexpires 1 May 2026.",
        "---\nlast_reviewed: 2026-10-01\ndate: 2026-10-01\n---\nText.",
        "We review on Fridays.",
        "The contract expires on notice.",
        "",
    ],
)
def test_other_days_are_no_review_dates(text: str) -> None:
    assert find_review(text) == Review()


@pytest.mark.parametrize(
    "words", ["03/04/2027", "31 February 2027", "12.13.2027", "Q3 2027", "9999-12-31"]
)
def test_a_day_that_is_not_fixed_is_said_and_not_guessed(words: str) -> None:
    assert find_review(f"Review by {words}\n") == Review(unread=words)
    assert find_review(f"---\nreview_by: {words}\n---\nText.") == Review(unread=words)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("31/12/2027", date(2027, 12, 31)),
        ("12/31/2027", date(2027, 12, 31)),
        ("3/3/2027", date(2027, 3, 3)),
        ("3.4.2027", date(2027, 4, 3)),
        ("March 2028", date(2028, 3, 31)),
        ("end of February 2028", date(2028, 2, 29)),
        ("Ende Februar 2027", date(2027, 2, 28)),
        ("15 Januar 2027", date(2027, 1, 15)),
        ("soon", None),
        ("1 Smarch 2027", None),
        ("0/0/2027", None),
    ],
)
def test_a_day_is_read_in_the_ways_that_people_write_it(words: str, day: date | None) -> None:
    assert day_of(words) == day


@pytest.mark.parametrize(
    "piece", ["Review by ", "a, ", "\n", "> ", "review by 1/", "| ( ", "x" * 99]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    find_review(text)
    assert time.process_time() - started < 20  # steady: what is quadratic takes minutes
