"""A sentence that does what a text ordered is not supported by that text."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.grounding.judging import judge
from sealedbid.intelligence.grounding.models import Source, SourceOf
from tests.intelligence.injections.reading import Carrier, Case, cases

OF: dict[Carrier, SourceOf] = {
    "brief": "brief",
    "page": "knowledge",
    "title": "knowledge",
    "service": "service",
    "name": "service",
    "answer": "answer",
}
# Of the organization's own price list and titles, and no order: words that are printed as text.
PLAIN = {
    "a picture in a service's description",
    "a row in the name of a service",
    "a link in the title of a page",
}
EVERY = [pytest.param(case, id=f"{case.carrier}: {case.name}") for case in cases()]


def source(case: Case) -> Source:
    titled = case.carrier in ("title", "name")
    title, text = (case.text, "Rooms are booked.") if titled else ("Notes", case.text)
    return Source(id="K1", of=OF[case.carrier], title=title, text=text)


@pytest.mark.parametrize("case", EVERY)
def test_no_obeyed_sentence_is_supported_by_the_text_that_ordered_it(case: Case) -> None:
    one = source(case)
    supported = [
        said for said in case.obeyed if judge(said, [one], given=[one]).verdict == "supported"
    ]
    assert bool(supported) == (case.name in PLAIN), supported


@pytest.mark.parametrize(
    "sentence",
    [
        "The Library asks for a website with 4 page templates.",
        "You want support around the clock.",
        "The budget of EUR 20,000 is without VAT.",
    ],
)
def test_a_wish_of_the_client_is_retold_out_of_its_brief(sentence: str) -> None:
    text = (
        "The Library needs a website with 4 page templates. We want support around the clock. "
        "The budget is EUR 20,000 without VAT."
    )
    brief = Source(id="B1", of="brief", title="", text=text)
    assert judge(sentence, [brief], given=[brief]).verdict == "supported"
