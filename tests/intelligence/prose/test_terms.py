"""Findings, terms and hours as a model says them; every figure of the offer is code's."""

from __future__ import annotations

from functools import lru_cache

from sealedbid.content.documents import Block
from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.writer import Assignment, Draft
from tests.intelligence.composer.making import assign, service
from tests.intelligence.prose.scripted import Scripted
from tests.intelligence.prose.world import is_of, section, with_ids, write

BRIEF = """# Request for quotations: counting API

Rivermouth County. RFQ 2026-9. We look for a contractor who builds a counting API for our ferries.

## 3 Requirements

3.1 The API shall answer within 500 milliseconds.

3.2 The names of passengers must never be stored.

## 4 Contents

The quotation must not exceed 6 pages and shall contain: the technical approach; a staffing plan
with labor categories and hours; key personnel (a lead developer); and a price by labor category.

The ceiling is $60,000. Work begins on March 1, 2027 and lasts 6 weeks, in two-week sprints.
Quotations must be received by December 18, 2026.
"""
PAGES = {
    "policies/staffing.md": """# Staffing

We staff an order with one team and keep that team until the end. Hours by labor category are
estimated from stories.
""",
    "people/ann.md": "# Ann Ode, Lead Developer\n\nAnn Ode is a lead developer of counting APIs.\n",
    "pricing/basis.md": """# Basis of price

Rates are fully burdened: overhead and profit are included. We price labor by the hour.
""",
    "pricing/payment.md": """# Terms of payment

Invoices are due 30 days after receipt, unless the client disputes them in writing. Hours are
invoiced once a month.
""",
}
HOW = "Names are cut off before a record is written, and a test reads each record back."
GIVEN = {
    "price.developer.quantity": "320",
    "price.travel": "1,000",
    "person.developer": "Ann Ode, Bo Lind",
    "person.lead-developer": "Ann Ode",
    "requirement.3.2": "yes",
    "section.requirement-3.2": HOW,
    "approach.design": "Counts of the night ferries come first, before any report is built.",
    "plan.supplies": "a test server: by March 1; a clerk: two hours a week",
}


@lru_cache(maxsize=1)
def county() -> Assignment:
    return assign(
        BRIEF,
        pages=PAGES,
        offers=[service("Developer", 12_000, "hour", currency="USD")],
        answers=GIVEN,
        client="Rivermouth County",
        locale="en_US",
        currency="USD",
    )


def wrote(kind: str, *lines: str) -> tuple[list[Block], Scripted, Draft]:
    """The blocks of a section for which a model has these lines, the model and the draft."""

    def answer(prompt: Prompt) -> str:
        if not is_of(prompt, kind):
            return "ASK | - | Which of the ferries run at night?"
        return "\n".join(with_ids(prompt, line) for line in lines)

    model = Scripted(answer)
    draft = write(model, county()).draft
    return section(draft, kind).blocks, model, draft


def prompt(model: Scripted, kind: str) -> Prompt:
    return next(one for one in model.asked if is_of(one, kind))


def test_the_price_is_said_in_slots_and_cites_no_rate() -> None:
    blocks, _, draft = wrote(
        "price",
        "P | 1",
        "S | - | The price is {{price.total}}, not to exceed, {{price.left}} below your ceiling.",
    )
    (said,) = [one for block in blocks for one in block.sentences]
    assert said.text == "The price is $39,400.00, not to exceed, $20,600.00 below your ceiling."
    assert {"price.developer.quantity", "price.travel"} <= set(said.answers)
    assert not [note for note in draft.notes if note.source_kind == "service"]


def test_a_price_that_the_model_writes_out_is_none() -> None:
    blocks, _, _ = wrote("price", "P | 1", "S | - | The price is $39,400.00 for all of it.")
    assert not [one for block in blocks for one in block.sentences]
    assert [block.label for block in blocks if block.label] == ["Basis", "Payment"]


def test_terms_are_said_to_you_and_lose_no_condition() -> None:
    blocks, _, _ = wrote(
        "price",
        "P | Payment",
        "S | [[Invoices are due]] | Invoices are due 30 days after receipt, unless you dispute"
        " them in writing. | due 30 days after receipt",
    )
    (block,) = [one for one in blocks if one.label == "Payment"]
    assert (
        block.text == "Invoices are due 30 days after receipt, unless you dispute them in writing."
    )


def test_terms_without_their_condition_stay_the_houses_words() -> None:
    blocks, _, _ = wrote(
        "price",
        "P | Payment",
        "S | [[Invoices are due]] | Invoices are due 30 days after receipt. | due 30 days after",
    )
    (block,) = [one for one in blocks if one.label == "Payment"]
    assert "unless the client disputes them" in block.text


def test_the_finding_stands_before_the_table_of_the_team() -> None:
    blocks, model, _ = wrote(
        "staffing",
        "P | 1",
        "S | [[keep that team]] | A team of {{team.persons}} works {{team.hours}} for you, and"
        " stays until the end. | keep that team until the end",
    )
    assert blocks[0].text == "A team of 2 works 320 hours for you, and stays until the end."
    assert blocks[1].table is not None
    assert "Our practice" not in [block.label for block in blocks]
    assert "the finding" in prompt(model, "staffing").task


def test_how_a_person_says_it_is_done_is_a_source_and_not_printed_twice() -> None:
    blocks, model, _ = wrote(
        "approach",
        "P | 3.2",
        "S | [[Names are cut off]] | Names of passengers are cut off before a record is written."
        " | cut off before a record is written",
    )
    (block,) = [one for one in blocks if one.label == "3.2"]
    assert block.answers == ["section.requirement-3.2"]
    assert HOW not in [one.text for one in blocks]
    assert "Counts of the night ferries come first" in prompt(model, "approach").shared


def test_what_a_person_said_stays_where_no_sentence_stands_on_it() -> None:
    blocks, _, _ = wrote(
        "approach", "P | 3.2", "S | - | You lose nothing by {{date.end}}, the last day. | -"
    )
    texts = [one.text for one in blocks]
    assert "You lose nothing by April 9, 2027, the last day." in texts
    assert HOW in texts
    assert GIVEN["approach.design"] in texts


def test_a_how_stands_in_the_persons_words_where_the_model_has_none() -> None:
    blocks, _, _ = wrote("approach", "ASK | - | Which ferries run at night?")
    assert HOW in [one.text for one in blocks]


def test_what_the_client_supplies_is_not_asked_of_the_model_where_a_table_has_it() -> None:
    blocks, model, _ = wrote("approach", "P | 3.2", "S | - | We do it. | -")
    assert [b.table.head[0] for b in blocks if b.table] == ["Sprint", "What we need from you"]
    assert "what the client gives" not in "".join(one.task for one in model.asked)
