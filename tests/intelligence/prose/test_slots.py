"""Slots: only values that code knows are put in, and nothing of a brace is left over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sealedbid.intelligence.writer.composer.compose import desk_of
from sealedbid.intelligence.writer.prose.slots import Value, fill, without_slots
from sealedbid.intelligence.writer.prose.values import values_of
from sealedbid.intelligence.writer.prose.values.measures import measure_of
from tests.intelligence.composer.making import assign
from tests.intelligence.prose.world import assignment

VALUES = {
    name: Value(name=name, says="it", text=text)
    for name, text in {"price.total": "$395,320", "date.start": "March 1, 2027"}.items()
}


def test_a_slot_is_filled_and_says_what_it_stands_on() -> None:
    done = fill("The price is {{ price.total }}, from {{date.start}} on.", VALUES)
    assert done.text == "The price is $395,320, from March 1, 2027 on."
    assert [value.name for value in done.values] == ["price.total", "date.start"]
    assert done.unknown == ()


def test_a_slot_that_is_none_is_named() -> None:
    assert fill("It takes {{price.discount}}.", VALUES).unknown == ("price.discount",)


def test_a_broken_slot_is_named_too() -> None:
    for text in ("It costs {{price.total}.", "It costs {price.total}.", "It costs {{}}."):
        assert fill(text, VALUES).unknown


@given(st.text(st.sampled_from("{}. abprice.totldsn"), max_size=60))
def test_nothing_of_a_slot_is_ever_printed_unseen(text: str) -> None:
    done = fill(text, VALUES)
    assert done.unknown or ("{{" not in done.text and "}}" not in done.text)


@given(st.lists(st.sampled_from(["a", "{{price.total}}", "{{date.start}}", "b."]), max_size=8))
def test_the_models_own_words_are_those_outside_the_slots(pieces: list[str]) -> None:
    own = without_slots(" ".join(pieces)).split()
    assert own == [piece for piece in pieces if not piece.startswith("{{")]


def test_values_are_those_of_rows_and_sure_facts_in_the_locales_form() -> None:
    values = values_of(desk_of(assignment()))
    shown = {name: value.text for name, value in values.items()}
    assert shown == {
        "price.total": "$48,500.00",
        "quantity.portal": "1",
        "date.start": "March 1, 2027",
        "date.end": "May 21, 2027",
        "date.deadline": "December 22, 2026",
        "person.lead-developer": "Ada Vell",
        "req.3.1": "95 percent of requests within 500 milliseconds",
    }
    assert values["date.end"].spans[0].text
    assert values["price.total"].lines[0].service_id is not None


def test_dates_are_written_in_the_language_of_the_brief() -> None:
    german = assign(
        "# Portal\n\nWir brauchen ein Portal für unsere Stadt, und die Arbeit ist in der Regel "
        "auf Deutsch. Angebote sind bis zum 22. Dezember 2026 einzureichen.",
        locale="en_US",
    )
    values = values_of(desk_of(german))
    assert values["date.deadline"].text == "22. Dezember 2026"


def test_no_value_that_is_unsure_has_a_slot() -> None:
    unsure = assign("# Portal\n\nWe need a portal. Work begins on 03/04/2027.")
    assert "date.start" not in values_of(desk_of(unsure))


def test_the_measure_of_a_requirement_is_its_own_words() -> None:
    text = "Keys shall be revoked within 15 minutes, and no later than 4 p.m.; see 3.2."
    measure = measure_of("An administrator shall be able to revoke a key within 15 minutes.")
    assert measure == "within 15 minutes"
    assert measure_of("At least 9 report types must be mapped; files are fine.") == (
        "At least 9 report types must be mapped"
    )
    assert measure_of(text) in text
    assert measure_of("Data must be encrypted.") == ""


@given(st.text(max_size=200))
def test_a_measure_always_stands_in_its_requirement(text: str) -> None:
    assert measure_of(text) in text
