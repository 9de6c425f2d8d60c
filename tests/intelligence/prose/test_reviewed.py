"""The review of a document finds what the writer's own checks have found."""

from __future__ import annotations

from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.reviewing.reviewing import review
from sealedbid.intelligence.writer import Draft
from tests.intelligence.prose.scripted import Scripted
from tests.intelligence.prose.world import assignment, prose, said, write
from tests.intelligence.prose.writers import faithful


def reviewed(draft: Draft) -> dict[str, JudgedSentence]:
    """The verdicts on the model's sentences."""
    given = assignment()
    judged = review(
        draft,
        brief=given.text,
        passages=[*given.recall.matches, *given.recall.whole],
        offers=given.offers,
        answers=given.answers,
        client=given.client,
    )
    return {one.text: one for one in judged if one.text in prose(draft)}


def test_what_a_faithful_model_writes_is_supported_for_the_reviewer_too() -> None:
    draft = write(Scripted(faithful)).draft
    judged = reviewed(draft)
    assert len(judged) > 8
    assert [one for one in judged.values() if one.verdict != "supported"] == []


def test_values_that_code_filled_in_are_no_inventions_to_the_reviewer() -> None:
    lines = (
        "S | - | The total price is {{price.total}}. | \n"
        "S | - | The last day of the work is {{date.end}}. | "
    )
    draft, _ = said("summary", lines)
    judged = reviewed(draft)
    for text in ("The total price is $48,500.00.", "The last day of the work is May 21, 2027."):
        assert judged[text].verdict == "supported", judged[text]


def test_a_requirement_that_a_person_confirmed_may_be_said_in_other_words() -> None:
    line = (
        "S | [[Requirement 3.2 is met]] | Personal data are encrypted in transit and at rest. "
        "| encrypted in transit and at rest"
    )
    draft, _ = said("approach", line, "3.2")
    judged = reviewed(draft)
    one = judged["Personal data are encrypted in transit and at rest."]
    assert (one.verdict, one.answers) == ("supported", ("requirement.3.2",))
    assert one.notes
