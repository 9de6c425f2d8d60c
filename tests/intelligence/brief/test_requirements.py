"""Requirements of the bidder: each rule by a case that was not taken from the real briefs."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.brief import Requirement
from tests.intelligence.brief.reading import read


def found(text: str) -> tuple[Requirement, ...]:
    return read(text).requirements


def mandatory(text: str) -> list[str]:
    return [each.text for each in found(text) if each.mandatory]


@pytest.mark.parametrize(
    "sentence",
    [
        "The supplier must hold ISO 27001 certification.",
        "Tenders shall be written in English.",
        "Applicants are required to attend the site visit.",
        "Bidders may only name one reference.",
        "The consultant may not publish the results.",
        "The agency will hand over all source files.",
        "You will be required to sign our non-disclosure agreement.",
        "The homepage must load within two seconds.",
        "A signed declaration is required.",
        "Please send three references.",
        "Include a risk register.",
        "In your reply, be sure to name a project lead.",
        "The respondent agrees to the terms in Annex B.",
        "The vendor is responsible for all travel costs.",
        "The cover letter cannot exceed two pages.",
        "Case studies are limited to 3 pages.",
        "Electronic signatures are not accepted, and handwritten ones must be in ink.",
        "Consortia will not be allowed.",
        "Offers priced above the ceiling will be rejected.",
        "It is each tenderer's responsibility to check for amendments.",
        "The buyer requires that the contractor insures the works.",
        "The new system will need to import the old records.",
        "Staff named in the bid shall not be replaced without prior written consent.",
    ],
)
def test_a_sentence_that_obliges_the_bidder_is_a_mandatory_requirement(sentence: str) -> None:
    assert mandatory(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Government will provide a test environment.",
        "The State shall pay within thirty days.",
        "The contracting officer must approve the plan in writing.",
        "The evaluation committee shall score each proposal.",
        "Proposals shall be evaluated on price and quality.",
        "Bidders may attend the briefing.",
        "Bidders are not required to visit the site.",
        "The vendor need not host the data.",
        "“Working day” shall mean any day but Saturday and Sunday.",
        "This agreement shall be governed by the laws of Norway.",
        "The award will be made to the best offer.",
        "Each bidder will be notified of the result.",
        "Late tenders will not be considered.",
        "Failure to sign shall disqualify the bidder.",
        "We must report to our board in June.",
        "If further work is required, the client will say so in writing.",
        "Please contact us if you have questions.",
        "This form is required by law.",
    ],
)
def test_what_binds_somebody_else_or_nobody_is_no_mandatory_requirement(sentence: str) -> None:
    assert mandatory(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The site should support dark mode.",
        "Ideally the shop ships abroad too.",
        "We would like a newsletter.",
        "References from the public sector are preferred.",
        "We want something playful.",
    ],
)
def test_a_wish_is_a_requirement_that_is_not_mandatory(sentence: str) -> None:
    assert [(each.text, each.mandatory) for each in found(sentence)] == [(sentence, False)]


def test_the_items_of_a_list_inherit_what_the_sentence_above_them_says() -> None:
    text = "The offer must include:\n\n- a work plan\n- two references\n\nThe end of it."
    assert mandatory(text) == ["a work plan", "two references"]


def test_items_under_what_is_not_required_are_not_asked_for_even_as_orders() -> None:
    text = (
        "The vendor will not be required to do the following:\n\n- Provide hosting\n- Train staff"
    )
    assert mandatory(text) == []


def test_an_item_that_only_wishes_stays_a_wish_under_a_mandatory_sentence() -> None:
    text = "Your bid must contain:\n\n- prices\n- ideally, a mock-up"
    assert [(each.text, each.mandatory) for each in found(text)] == [
        ("prices", True),
        ("ideally, a mock-up", False),
    ]


def test_headings_must_have_and_nice_to_have_say_what_their_lists_are() -> None:
    text = "## Must have\n\n- a shop\n\n## Nice to have\n\n- a blog\n\n## Out of scope\n\n- hosting"
    assert [(each.text, each.mandatory) for each in found(text)] == [
        ("a shop", True),
        ("a blog", False),
    ]


def test_an_order_to_the_evaluator_is_not_one_to_the_bidder() -> None:
    assert (
        mandatory("## Example: how scores are given\n\nDetermine the price. List all prices.") == []
    )


def test_three_lines_of_a_small_client_are_read_as_well() -> None:
    brief = read(
        "Hi! We need a new website with 12 pages.\n"
        "It must be live before 1 March, budget is about 40k EUR.\n"
        "A blog would be nice to have."
    )
    assert [(each.ref, each.mandatory) for each in brief.requirements] == [
        ("R1", True),
        ("R2", True),
        ("R3", False),
    ]
    assert brief.budget is not None
    assert (brief.budget.amount_minor, brief.budget.currency) == (4_000_000, "EUR")
    ends = [fact for fact in brief.facts if fact.kind == "end"]
    assert [(fact.quote.text, fact.sure) for fact in ends] == [("1 March", True)]


def test_a_name_that_the_document_gives_the_contractor_is_the_contractor() -> None:
    text = (
        'Between the Ministry ("Buyer") and _____ ("Contractor" or "CO-1").\n\n'
        "CO-1 will repair defects. The weather will be fine."
    )
    assert mandatory(text) == ["CO-1 will repair defects."]


def test_the_documents_own_numbers_are_the_references_and_no_two_are_the_same() -> None:
    text = (
        "## Sec. 2.05 Staff\n\n"
        "The vendor must name a lead. The vendor must name a deputy.\n\n"
        "a. *Tests.* The vendor must test.\n\n"
        "   1.  The vendor must test early.\n"
        "   2.  The vendor must test often.\n\n"
        "## Other\n\nThe vendor must rest.\n"
    )
    assert [each.ref for each in found(text)] == [
        "2.05",
        "2.05 (2)",
        "2.05.a",
        "2.05.a.1",
        "2.05.a.2",
        "R1",
    ]
    assert [each.heading for each in found(text)][2:4] == ["Tests", "Tests"]


def test_plain_words_are_the_documents_without_its_markup() -> None:
    text = "The *vendor* **must** read [the\nplan](https://x.example/a_(b)) \\[now\\] &amp; then."
    requirement = found(text)[0]
    assert requirement.text == "The vendor must read the plan [now] & then."
    assert text[requirement.span.start : requirement.span.end] == requirement.span.text
