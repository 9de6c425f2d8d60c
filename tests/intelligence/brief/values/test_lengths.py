"""Counts of units."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.brief.language import language_of, name_of
from sealedbid.intelligence.vocabulary.folding import fold
from tests.intelligence.brief.facts.wording import worded
from tests.intelligence.brief.values.reading import lengths

UNITS = {
    "en": {"day": "days", "week": "weeks", "month": "months", "year": "years", "page": "pages"},
    "de": {"day": "Tage", "week": "Wochen", "month": "Monate", "year": "Jahre", "page": "Seiten"},
    "fr": {"day": "jours", "week": "semaines", "month": "mois", "year": "ans", "page": "pages"},
    "es": {"day": "días", "week": "semanas", "month": "meses", "year": "años", "page": "páginas"},
    "nl": {"day": "dagen", "week": "weken", "month": "maanden", "year": "jaar",
           "page": "pagina’s"},
}  # fmt: skip


@pytest.mark.parametrize("language", UNITS)
@given(st.integers(min_value=2, max_value=9999), st.data())
def test_a_count_reads_back_in_every_language(
    language: str, number: int, data: st.DataObject
) -> None:
    unit, word = data.draw(st.sampled_from(sorted(UNITS[language].items())))
    assert [worded(each) for each in lengths(f"x {number} {word}.", language)] == [
        f"{number} {unit}"
    ]


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("fourteen (14) page templates", "en", ["14 page"]),
        ("base period of 4 months (16 weeks)", "en", ["4 month", "16 week"]),
        ("two to three weeks, a 9-page limit", "en", ["2..3 week", "9 page"]),
        ("2.5 years, $3 months", "en", []),
        ("for a year", "en", ["1 year"]),
        ("1,500 words", "en", ["1500 word"]),
        ("zwölf Monate, 12-monatig", "de", ["12 month", "12 month"]),
        ("une durée de douze mois", "fr", ["12 month"]),
        ("dos años", "es", ["2 year"]),
        ("tien pagina's", "nl", ["10 page"]),
    ],
)
def test_a_count_is_read_as_it_is_written(text: str, language: str, said: list[str]) -> None:
    assert [worded(each) for each in lengths(text, language)] == said


@given(st.text())
def test_folded_text_is_as_long_as_its_text(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We need a new website for our mill.", "en"),
        ("Wir brauchen eine neue Website für unser Museum.", "de"),
        ("Nous cherchons une agence pour notre site.", "fr"),
        ("Buscamos una agencia para nuestro sitio web.", "es"),
        ("Wij zoeken een bureau voor onze website.", "nl"),
        ("Cerchiamo un'agenzia che possa realizzare il nostro sito.", "it"),
        ("Logo", ""),
        ("", ""),
    ],
)
def test_the_language_of_a_text_is_told_by_its_small_words(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_language_that_is_not_read_has_a_name() -> None:
    assert (name_of("it"), name_of("")) == ("Italian", "")
