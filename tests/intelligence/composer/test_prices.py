"""Prices: no sum unless each service and each count is the brief's own or a person's."""

from __future__ import annotations

import pytest

from tests.intelligence.composer.making import author, draft, keys, service, total

DESIGN = service("Website design", 145_000, "page", description="Priced per page template.")
BUILD = service("Website build", 115_000, "page", description="Priced per page template.")
LOGO = service("Logo", 90_000)
PACKAGING = service("Packaging range", 1_260_000, description="Up to twelve products.")
FORECAST = service("Forecast model", 5_600_000, description="A model with its intervals.")
SPRINT = service("API build", 3_400_000, "sprint", description="A two-week sprint.")
ALL = (DESIGN, BUILD, LOGO, PACKAGING, FORECAST, SPRINT)


@pytest.mark.parametrize(
    "text",
    [
        "Please build a new website for our mill. Proposals should not exceed 35 pages.",
        "We want a website design and a website build. Your answer has at most 20 pages.",
        "We need a website build. Send us a quotation of no more than 12 pages by 3 May 2027.",
        "We need an API build. The contract may be extended by 6 weeks, or by one more sprint.",
        "We need an API build. Bidders have 5 years of experience. It takes 20 weeks.",
        "Our old site is 12 years old and has 400 pages as PDF. We need a website build.",
        "We look for a website build. We have about 15 pages, or so.",
        "Proposals are due within three weeks of the issue date. We need an API build.",
    ],
)
def test_a_number_that_is_no_count_of_the_thing_multiplies_nothing(text: str) -> None:
    one = draft(text, offers=ALL)
    assert total(one) is None
    assert one.lines
    assert any(line.service_id in (DESIGN.id, BUILD.id, SPRINT.id) for line in one.lines)
    assert all(line.quantity == 1 for line in one.lines)


def test_a_count_that_the_brief_gives_for_the_very_thing_is_added_up() -> None:
    text = "We need a website design and a website build of 14 page templates for our museum."
    one = draft(text, offers=(DESIGN, BUILD))
    assert total(one) == 14 * (145_000 + 115_000)
    assert {line.why for line in one.lines} == {"14 page templates"}


def test_pages_are_not_counted_where_templates_are_sold() -> None:
    one = draft("We need a website design and a website build of 12 pages.", offers=(DESIGN, BUILD))
    assert total(one) is None
    assert set(keys(one)) & {"price.website-design.quantity", "price.website-build.quantity"}


def test_two_counts_of_a_thing_are_none() -> None:
    text = "We need a website build of 14 page templates. Later we need 9 page templates more."
    assert total(draft(text, offers=(BUILD,))) is None


@pytest.mark.parametrize("text", ["We want a logo.", "Our bakery needs a new logo by spring."])
def test_a_service_that_the_brief_names_is_found_however_short_it_is(text: str) -> None:
    one = draft(text, offers=ALL)
    assert [line.label for line in one.lines if line.is_counted] == ["Logo"]
    assert total(one) == 90_000


@pytest.mark.parametrize(
    "text",
    [
        "We need new heating controllers and 40 Wi-Fi access points in our school.",
        "Please feed our elephants on Sundays.",
        "We look for somebody who paints the hall and lays 200 square metres of oak floor.",
    ],
)
def test_what_no_service_fits_is_priced_with_nothing_and_the_author_reads_it_first(
    text: str,
) -> None:
    one = draft(text, offers=ALL)
    assert one.lines == ()
    assert author(one).bid[0].startswith("We do not offer this")


def test_a_website_never_gets_packaging() -> None:
    text = "We need a website for our mill, with pages for eight flours and for visitors."
    labels = {line.label for line in draft(text, offers=ALL).lines}
    assert labels == {"Website design", "Website build"}


def test_what_is_only_near_has_its_rate_and_no_sum_until_a_person_chooses() -> None:
    text = "We want a website for our mill."
    one = draft(text, offers=(DESIGN, BUILD))
    assert total(one) is None
    assert set(keys(one)) & {"price.website-design", "price.website-build"}
    chosen = {
        "price.website-design": "no",
        "price.website-build": "yes",
        "price.website-build.quantity": "3",
    }
    answered = draft(text, offers=(DESIGN, BUILD), answers=chosen)
    assert total(answered) == 345_000
    assert [line.label for line in answered.lines] == ["Website build"]


def test_one_open_quantity_keeps_the_sum_of_all_others_back() -> None:
    text = "We need a website build of 14 page templates, and an API build."
    assert total(draft(text, offers=(BUILD, SPRINT))) is None
    answers = {"price.api-build.quantity": "2"}
    assert total(draft(text, offers=(BUILD, SPRINT), answers=answers)) == 14 * 115_000 + 6_800_000


def test_a_service_of_another_currency_is_no_offer() -> None:
    dollars = service("Logo", 90_000, currency="USD")
    assert draft("We want a logo.", offers=(dollars,)).lines == ()


def test_what_recurs_is_quoted_apart_and_never_added_up() -> None:
    care = service("Design care", 92_000, "month", period="monthly")
    text = (
        "We need a logo for our museum. Support after delivery must be offered by the month, for "
        "at least 12 months."
    )
    one = draft(text, offers=(LOGO, care))
    assert total(one) == 90_000
    assert [line.label for line in one.lines if not line.is_counted] == ["Design care"]


@pytest.mark.parametrize(
    "text",
    [
        "We want a website build of 9 page templates. We don't need a logo.",
        "A logo is out of scope. We want a website build of 9 page templates.",
        "We already have a logo, and want a website build of 9 page templates.",
        "Wir wollen einen Website build und brauchen kein Logo.",
    ],
)
def test_a_service_that_is_not_wanted_is_not_offered(text: str) -> None:
    assert "Logo" not in [line.label for line in draft(text, offers=ALL).lines]


def test_what_is_wanted_beside_it_is_offered_all_the_same() -> None:
    one = draft("We want a logo but don't need a website design.", offers=ALL)
    assert [line.label for line in one.lines] == ["Logo"]
    assert total(one) == 90_000
