"""Days and times, in the forms of five languages."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary
from tests.intelligence.brief.facts.wording import worded
from tests.intelligence.brief.values.reading import moments

DAYS = st.dates(min_value=date(2001, 1, 1), max_value=date(2089, 12, 31))
FORMS = {
    "en": ["{d} {month} {y}", "{month} {d}, {y}", "{weekday}, {d} {month} {y}",
           "the {d} of {month} {y}"],
    "de": ["{d}. {month} {y}", "{weekday}, den {d}. {month} {y}", "{d}.{m}.{y}",
           "{d:02}.{m:02}.{y}"],
    "fr": ["{d} {month} {y}", "{weekday} {d} {month} {y}", "{d}/{m}/{y}"],
    "es": ["{d} de {month} de {y}", "{weekday} {d} de {month} de {y}", "{d}/{m}/{y}"],
    "nl": ["{d} {month} {y}", "{weekday} {d} {month} {y}", "{d}-{m}-{y}"],
}  # fmt: skip
CLOCKS = {
    "en": ["{day} at {h:02}:{mi:02}", "{h:02}:{mi:02} on {day}"],
    "de": ["{day}, {h}:{mi:02} Uhr", "{day} um {h}.{mi:02} Uhr"],
    "fr": ["{day} à {h}h{mi:02}", "{day} à {h} h {mi:02}"],
    "es": ["{day} a las {h:02}:{mi:02}", "{day}, {h}:{mi:02} h"],
    "nl": ["{day} om {h:02}.{mi:02} uur", "{day}, {h:02}:{mi:02} uur"],
}


def written(form: str, day: date, language: str) -> str:
    words = vocabulary(language, "dates")
    return form.format(
        d=day.day,
        m=day.month,
        y=day.year,
        month=words["months"][day.month - 1].split()[0],
        weekday=words["weekdays"][day.weekday()].split()[0],
    )


@pytest.mark.parametrize("language", LANGUAGES)
@given(DAYS, st.data())
def test_a_date_reads_back_from_every_form_of_every_language(
    language: str, day: date, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(FORMS[language]))
    text = f"x {written(form, day, language)} x"
    (read,) = moments(text, language)
    assert read.value is not None
    assert (read.value.day, read.value.at, read.doubt) == (day, None, "")


@pytest.mark.parametrize("language", LANGUAGES)
@given(DAYS, st.times(), st.data())
def test_a_time_reads_back_with_its_date(
    language: str, day: date, at: time, data: st.DataObject
) -> None:
    form = data.draw(st.sampled_from(FORMS[language]))
    clock = data.draw(st.sampled_from(CLOCKS[language]))
    text = clock.format(day=written(form, day, language), h=at.hour, mi=at.minute)
    (read,) = moments(text, language)
    assert read.value is not None
    said = time(at.hour, at.minute)
    assert (read.value.day, read.value.at) == (day, said)
    assert text[read.start : read.end].strip(" ,") in text


@given(DAYS)
def test_two_numbers_are_a_day_only_where_their_order_shows(day: date) -> None:
    (read,) = moments(f"due {day.day}/{day.month}/{day.year}")
    assert read.value is not None
    assert day in {read.value.day, *(other.day for other in read.others)}
    told = day.day > 12 or day.day == day.month
    assert bool(read.doubt) is not told


@pytest.mark.parametrize(
    ("text", "language", "said"),
    [
        ("10/Mar/2027 1500 hrs", "en", "2027-03-10 15:00"),
        ("the tenth of March 2027", "en", "2027-03-10"),
        ("1. und 2. Juli 2027", "de", "2027-07-01..2027-07-02"),
        ("du lundi 8 au vendredi 12 mars 2027", "fr", "2027-03-08..2027-03-12"),
        ("entre el 1 y el 15 de marzo de 2027", "es", "2027-03-01..2027-03-15"),
        ("le 3 mars 2027 à 9 heures", "fr", "2027-03-03 09:00"),
        ("uiterlijk 3 mei 2027 om 14u00", "nl", "2027-05-03 14:00"),
        ("May 30 – June 2, 2027", "en", "2027-05-30..2027-06-02"),
        ("on the first Monday of March 2027", "en", "2027-03-01"),
        ("2027-05-03T17:00", "en", "2027-05-03 17:00"),
        ("17/11/2027 17:00 UTC+1", "en", "2027-11-17 17:00 +01:00"),
        ("11:59 p.m. ET, 3 May 2027", "en", "2027-05-03 23:59 America/New_York"),
        ("5:00 PM (Alaska Standard Time) on November 15, 2027", "en",
         "2027-11-15 17:00 America/Anchorage"),
        ("23 March 2027, 5:00 PM IST", "en", "2027-03-23 17:00 IST"),
        ("3. Mai 2027, 12:00 Uhr MEZ", "de", "2027-05-03 12:00 CET"),
        ("by 6th Jan '27", "en", "2027-01-06"),
        ("el 3 de mayo de 2027 a las 2 de la tarde", "es", "2027-05-03 14:00"),
    ],
)  # fmt: skip
def test_a_date_is_read_as_it_is_written(text: str, language: str, said: str) -> None:
    (read,) = moments(text, language)
    assert (worded(read.value), read.doubt) == (said, "")


@pytest.mark.parametrize(
    "text",
    [
        "12 months, within three weeks, 2 years of experience, 24/7, section 3.2",
        "Section 3 may 2 apply; item 1 may be",
        "on 31/04/2027",
        "WCAG 2.2 level AA, 99.5% of 1.234,50 EUR",
        "You may 5 times march 3 miles. FAR 52.217-8.",
        "31 February 2027",
    ],
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert moments(text) == ()


@pytest.mark.parametrize(
    ("text", "said", "inferred"),
    [
        ("Issued 04/11/2027, closes 17/11/2027", "2027-11-04", 'day first, as in "17/11/2027"'),
        ("midnight on 3 May 2027", "2027-05-03 23:59", "midnight is read as the end of 3 May 2027"),
        ("Friday, 11 December", "2026-12-11",
         "the year is not said: in 2026 it is that weekday"),
        ("by 3 May", "2027-05-03", "the year is not said: the next such day from today"),
        ("by the end of March 2027", "2027-03-31", "the last day of the month"),
    ],
)  # fmt: skip
def test_what_is_inferred_is_said(text: str, said: str, inferred: str) -> None:
    read = moments(text)[0]
    assert (worded(read.value), read.inferred, read.doubt) == (said, inferred, "")


@pytest.mark.parametrize(
    ("text", "values", "doubt"),
    [
        ("12/05/2027", {"2027-05-12", "2027-12-05"}, "order of day and month"),
        ("Friday, 12 December 2026", {"2026-12-12", "2026-12-11", "2026-12-18"}, "contradicts"),
        ("3 May 2027 at 00:00", {"2027-05-03 00:00", "2027-05-03 23:59"}, "beginning or the end"),
        ("by 5:00 on 3 May 2027", {"2027-05-03 05:00", "2027-05-03 17:00"}, "neither a.m."),
        ("by Friday", {"2026-11-27", "2026-12-04"}, "only a weekday"),
        ("1 May 2024, and 3 June", {"2024-06-03", "2027-06-03"}, "year is not said"),
    ],
)
def test_what_the_words_leave_open_is_a_doubt_with_all_that_it_may_mean(
    text: str, values: set[str], doubt: str
) -> None:
    read = moments(text)[-1]
    assert {worded(value) for value in (read.value, *read.others)} == values
    assert doubt in read.doubt
