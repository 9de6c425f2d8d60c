"""A demand of the request bears out nothing about us, beside a slot or another source."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.grounding.models import Source, SourceOf
from sealedbid.intelligence.writer.prose.attributing import repeats_request
from sealedbid.intelligence.writer.prose.checking import Checked, check
from sealedbid.intelligence.writer.prose.lines import Line
from sealedbid.intelligence.writer.prose.slots import Value
from sealedbid.intelligence.writer.prose.sources import Shown

ASKED = "The API shall answer 95 percent of requests within 500 milliseconds."
MEASURE = "95 percent of requests within 500 milliseconds"


def shown(id: str, of: SourceOf, text: str) -> Shown:
    return Shown(source=Source(id=id, of=of, title="", text=text), kind=of)


GIVEN = {
    one.source.id: one
    for one in (
        shown("B3.6", "brief", ASKED),
        shown(
            "B3.7", "brief", "The vendor shall be ISO 27001 certified and host all in Frankfurt."
        ),
        shown("B3.8", "brief", "The vendor shall train all clerks on site."),
        shown("B3.9", "brief", "Das System soll 95 Prozent der Anfragen in 500 ms beantworten."),
        shown("K7", "knowledge", "We run load tests weekly against a copy of production."),
        shown("K8", "knowledge", "Testers run load tests weekly. A workshop is held on site."),
        shown("K9", "knowledge", "Unsere Tester prüfen das System jede Woche unter Last."),
        shown("A1", "answer", f"Requirement 3.6 is met: {ASKED}"),
    )
}
VALUES = {
    one.name: one
    for one in (
        Value(name="date.start", says="the first day of the work", text="March 1, 2027"),
        Value(name="date.end", says="the last day of the work", text="June 30, 2027"),
        Value(
            name="quantity.workshop",
            says="the number of Workshop offered, in the unit “day”",
            text="3",
        ),
        Value(name="req.3.6", says="the measure of 3.6", text=MEASURE),
        Value(name="req.3.9", says="the measure of 3.9", text="95 Prozent der Anfragen in 500 ms"),
    )
}


def checked(text: str, ids: str, language: str = "en", *, restates: bool = False) -> Checked:
    line = Line(kind="claim", ids=tuple(ids.split(",")) if ids else (), text=text)
    return check(line, GIVEN, VALUES, language, restates=restates)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("From {{date.start}}, we are ISO 27001 certified and host all in Frankfurt.", "B3.7"),
        ("From {{date.start}} on, we train all clerks on site.", "B3.8"),
        ("Until {{date.end}} our people train all clerks on site.", "B3.8"),
        ("We train all clerks on site in {{quantity.workshop}} workshops.", "B3.8"),
        ("The API answers {{req.3.6}}.", "B3.6"),
        ("The API answers {{req.3.6}}.", ""),
        ("The API answers {{req.3.6}}.", "B3.6,K7"),
        ("The API answers {{req.3.6}}, and load tests run weekly.", "K7"),
        ("Our API answers {{req.3.6}}.", "B3.6,K7"),
        ("We hold {{quantity.workshop}} workshops, and 3 testers run load tests weekly.", "K8"),
    ],
)
def test_a_demand_bears_out_nothing_about_us(text: str, ids: str) -> None:
    assert not checked(text, ids).stands


def test_a_german_demand_bears_out_nothing_about_us() -> None:
    assert not checked("Das System beantwortet {{req.3.9}}.", "B3.9", "de").stands
    assert not checked("Unser System beantwortet {{req.3.9}}.", "B3.9,K9", "de").stands


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The API answers {{req.3.6}}.", "B3.6,A1"),
        ("Our API answers {{req.3.6}}.", "A1"),
        ("You ask for an API that answers {{req.3.6}}.", "B3.6"),
        (
            "You ask for {{req.3.6}}; we run load tests weekly against a copy of production.",
            "B3.6,K7",
        ),
        ("The last day of the work is {{date.end}}.", ""),
        ("We hold {{quantity.workshop}} workshops, and testers run load tests weekly.", "K8"),
    ],
)
def test_a_wish_retold_and_a_demand_confirmed_stand(text: str, ids: str) -> None:
    one = checked(text, ids)
    assert one.judged.verdict == "supported", one.judged.reasons


def test_a_measure_of_the_request_makes_no_answer_of_its_words() -> None:
    assert repeats_request(checked("The API shall answer {{req.3.6}}.", "B3.6"), ASKED)
