"""The verdict, its reasons, anchors, transitions and sources that were not given."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.grounding.judging import is_transition, judge, unknown
from sealedbid.intelligence.grounding.models import Source, SourceOf
from sealedbid.intelligence.grounding.phrases import commitments, weasels


def source(text: str, id: str = "K1", of: SourceOf = "knowledge", subject: str = "") -> Source:
    """A source without a title."""
    return Source(id=id, of=of, title="", text=text, subject=subject)


def test_hard_faults_come_before_doubts() -> None:
    one = source("Errors fell by 12 percent, and the team grew.")
    judged = judge("Because the team grew, errors fell by 14 percent.", [one], given=[one])
    assert judged.verdict == "unsupported"
    assert [reason.fault for reason in judged.reasons] == ["percentage", "cause"]
    assert judged.reasons[0].what == "14 percent"
    assert "12 percent" in judged.reasons[0].why


def test_a_source_that_was_not_given_is_named() -> None:
    assert unknown("K99").fault == "unknown source"
    assert "K99" in unknown("K99").why


@pytest.mark.parametrize(
    ("anchor", "verdict"),
    [
        ("corrected for 90 days", "supported"),
        ("Corrected  for 90\ndays after", "supported"),
        ("", "supported"),
        ("corrected within 90 days", "weak"),
        ("defects", "weak"),
    ],
)
def test_an_anchor_is_in_a_source_whatever_its_marks(anchor: str, verdict: str) -> None:
    one = source("Defects are corrected for 90 days after acceptance.")
    judged = judge(
        "We correct defects for 90 days after acceptance.", [one], given=[one], anchor=anchor
    )
    assert judged.verdict == verdict


@pytest.mark.parametrize(
    ("sentence", "before", "after"),
    [
        ("Three points follow.", "", ""),
        ("Here are the reasons in short.", "", ""),
        ("The keys come next.", "", "Keys are stored as hashes."),
        ("So much for the keys.", "Keys are stored as hashes.", ""),
    ],
)
def test_a_sentence_that_states_nothing_needs_no_source(
    sentence: str, before: str, after: str
) -> None:
    assert is_transition(sentence, before, after)
    assert judge(sentence, [], given=[], before=before, after=after).verdict == "supported"


@pytest.mark.parametrize(
    "sentence",
    [
        "We answer within 4 hours.",
        "We will follow up on these points.",
        "Our team is certified.",
        "Priya Raman has the answers.",
        "The keys are safe.",
        "In March 2027 the next part follows.",
        "We are the best.",
    ],
)
def test_a_sentence_that_states_something_needs_a_source(sentence: str) -> None:
    judged = judge(sentence, [], given=[], after="Keys are stored as hashes.")
    assert judged.verdict == "unsupported"
    assert judged.reasons[-1].fault == "uncited"


def test_a_promise_stands_on_the_answer_of_a_person() -> None:
    practice = source("Questions in writing are answered within 72 hours.")
    answer = source("We will answer questions within 72 hours.", "A1", "answer")
    promise = "We will answer your questions within 72 hours."
    assert judge(promise, [practice], given=[practice]).verdict == "unsupported"
    assert judge(promise, [practice, answer], given=[practice, answer]).verdict == "supported"


def test_a_yes_to_a_requirement_stands_for_its_promise_alone() -> None:
    asked = source("The service shall answer within 72 hours.", "B1", "brief")
    answer = source("yes", "A1", "answer")
    given = [asked, answer]
    assert (
        judge("The service will answer within 72 hours.", given, given=given).verdict == "supported"
    )
    judged = judge("The service will answer within 48 hours.", given, given=given)
    assert judged.verdict == "unsupported"


def test_the_names_of_client_and_organization_need_no_source() -> None:
    one = source("Keys are stored as hashes.")
    sentence = "Keys of Halloran County are stored as hashes."
    assert judge(sentence, [one], given=[one]).verdict == "unsupported"
    assert judge(sentence, [one], given=[one], known=["Halloran County"]).verdict == "supported"


def test_a_source_in_another_language_gives_values_and_leaves_a_doubt() -> None:
    one = source("Die Wartung kostet 1.250,50 Euro im Monat, und die Stunde kostet 95 Euro.")
    right = judge("Maintenance costs EUR 1,250.50 a month.", [one], given=[one])
    wrong = judge("Maintenance costs EUR 1,520.50 a month.", [one], given=[one])
    assert (right.verdict, wrong.verdict) == ("supported", "unsupported")
    assert judge("Maintenance is easy.", [one], given=[one]).verdict == "weak"


def test_a_language_that_is_not_read_is_judged_as_english() -> None:
    one = source("Costa 900 euro.")
    assert judge("Costa 950 euro.", [one], given=[one], language="it").verdict == "unsupported"


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("en", "We guarantee a seamless, robust solution at no extra cost.", 2),
        ("de", "Wir garantieren eine nahtlose, maßgeschneiderte Lösung ohne Mehrkosten.", 2),
        ("fr", "Nous garantissons une solution clé en main et innovante sans frais.", 2),
        ("es", "Garantizamos una solución integral y llave en mano sin coste adicional.", 2),
        ("nl", "Wij garanderen naadloos maatwerk, op maat en kosteloos.", 2),
    ],
)
def test_phrases_are_found_in_each_language(language: str, text: str, found: int) -> None:
    assert len(commitments(text, language)) == found
    assert len(weasels(text, language)) >= 2


@pytest.mark.parametrize(
    "text",
    ["", " ", "…", "[", "{{", "1" * 300, "a-" * 500, "Über " * 200, "$" * 100, "no " * 400,
     "1,2.3'4 " * 200, "\x00\n", "A" * 4000, "of the of the " * 200, "(" * 500],
)  # fmt: skip
def test_any_text_is_judged(text: str) -> None:
    one = source(text)
    judge(text, [one], given=[one])
    judge("We answer within 72 hours.", [one], given=[one])
