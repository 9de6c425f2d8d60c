"""The ways in which models fail, each with what must not reach the client."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.writer.composer import compose
from tests.intelligence.composer.making import assign, author
from tests.intelligence.prose.scripted import Said, Scripted
from tests.intelligence.prose.world import (
    PAGES,
    assignment,
    held,
    is_of,
    printed,
    prose,
    said,
    section,
    with_ids,
    write,
    wrote,
)
from tests.intelligence.prose.writers import faithful

# A line for the part 3.2, words of it that the client must not read, and words of the reason.
REFUSED = {
    "a source that was not given": (
        "S | K99 | Personal data are kept in a vault. | kept in a vault",
        "vault",
        "K99",
    ),
    "no source at all, though a passage fits": (
        "S | - | Each access to personal data is logged by person and reason, always. | logged",
        "always",
        "source",
    ),
    "an invented price": (
        "S | [[logged by]] | Personal data are encrypted for $12,500. | data are encrypted",
        "12,500",
        "price",
    ),
    "an invented price in words": (
        "S | [[logged by]] | Personal data are encrypted for two thousand euros. | encrypted",
        "two thousand",
        "price",
    ),
    "a discount": (
        "S | [[logged by]] | Personal data are encrypted with a discount of ours. | encrypted",
        "discount",
        "price",
    ),
    "a date of the offer": (
        "S | [[logged by]] | Personal data are encrypted from 1 March 2027 on. | encrypted",
        "1 March",
        "date.start",
    ),
    "a placeholder": (
        "S | [[logged by]] | Personal data are encrypted by [Insert name of product]. | encrypted",
        "Insert",
        "nobody has filled",
    ),
    "a reference to what is not there": (
        "S | [[logged by]] | Personal data are encrypted, see appendix B. | encrypted",
        "appendix",
        "there is such a paper",
    ),
    "a slot that is none": (
        "S | [[logged by]] | Personal data are encrypted by {{product.name}}. | encrypted",
        "product.name",
        "slots",
    ),
    "a number that no source has": (
        "S | [[logged by]] | Each access to 400 personal data is logged by person. | logged by",
        "400",
        "400",
    ),
    "words of the instructions": (
        "S | [[logged by]] | A number, a name, a title or a result is that of its source. | data",
        "a result is",
        "instructions",
    ),
    "a fence of ours": (
        'S | [[logged by]] | Personal data <p id=K1 page="x"> are encrypted. | encrypted',
        "<p",
        "instructions",
    ),
    "another language": (
        "S | [[logged by]] | Die personenbezogenen Daten sind in der Regel und bei jedem Zugriff "
        "nicht offen. | data are encrypted",
        "Daten",
        "German",
    ),
    "more sources than a sentence can stand on": (
        "S | [[logged by]],B1,B2,B3 | Personal data are encrypted in the vault. | data",
        "vault",
        "one to three",
    ),
    "the request said again": (
        "S | [[Personal data must]] | Personal data must be encrypted, in transit and at rest. | "
        "must be encrypted",
        "must be encrypted, in",
        "repeats the request",
    ),
    "empty praise": (
        "S | [[logged by]] | Our seamless log has each access to personal data by person. | "
        "access to personal",
        "seamless",
        "seamless",
    ),
    "work for another that reads as an offer": (
        "S | [[under 180]] | The portal answers 95 percent of requests in under 180 milliseconds. "
        "| in under 180 milliseconds",
        "",
        "Port of Seldane",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_no_source_bears_out_never_reaches_the_client(case: str) -> None:
    line, words, reason = REFUSED[case]
    part = "3.1" if "180" in line else "3.2"
    draft, model = said("approach", line, part)
    assert not words or words not in printed(draft)
    kept = held(draft)
    assert any(reason in why for why in kept.values()), kept
    assert len(model.mended) <= 2


def test_a_right_answer_with_a_wrong_citation_is_no_support() -> None:
    line = (
        "S | [[nine booking]] | Calls to the harbor office fell by 60 percent. | fell by 60 percent"
    )
    draft, _ = said("people", line)
    assert "60 percent" not in printed(draft).split("Similar")[0].split("Ada Vell")[1][:200]
    assert any("60 percent" in text for text in held(draft))


def test_a_premise_of_the_request_is_asked_and_not_agreed_with() -> None:
    text = (
        "# Portal\n\nWe need a portal and, as you offer 24/7 support, a number that our staff can "
        "call at night.\n\n3.2 Personal data must be encrypted in transit and at rest.\n"
    )
    given = assign(text, pages=PAGES, answers={"requirement.3.2": "yes"})

    def agreeing(prompt: Prompt) -> str:
        lines = "P | 3.2\nS | [[24/7]] | We offer 24/7 support to your night staff. | 24/7 support"
        return with_ids(prompt, lines) if is_of(prompt, "approach") else faithful(prompt)

    model = Scripted(agreeing)
    draft = write(model, given).draft
    assert "24/7" in model.asked[0].shared
    assert "We offer 24/7" not in printed(draft)
    assert any("takes this for granted" in question.text for question in draft.questions)


def test_questions_of_a_model_become_questions_of_the_proposal_once() -> None:
    line = "ASK | B1 | Do we offer support at all hours of the day?"
    draft, _ = said("approach", f"{line}\n{line}\nASK | B1 | {{{{price.total}}}} or less?", "3.2")
    asked = [question for question in draft.questions if question.key.startswith("ask.")]
    assert [question.text for question in asked] == ["Do we offer support at all hours of the day?"]
    assert asked[0].key.startswith("ask.approach.")
    assert any(one.key == asked[0].key for one in author(draft).questions)
    again = write(
        Scripted(lambda prompt: f"P | 1\n{line}"),
        replace(assignment(), answers={**assignment().answers, asked[0].key: "no"}),
    )
    assert not any(question.key == asked[0].key for question in again.draft.questions)


def write_prompts() -> str:
    """Everything that a model is shown."""
    model = Scripted(faithful)
    write(model)
    return "\n".join(text for prompt in model.asked for text in prompt.texts())


def test_internal_pages_prices_and_unsure_facts_are_not_in_any_prompt() -> None:
    shown = write_prompts()
    assert "margin" not in shown
    assert "48,500" not in shown
    assert "4850000" not in shown


def test_a_passage_that_gives_orders_changes_nothing() -> None:
    draft, _ = said(
        "approach", "S | [[logged by]] | We offer 90 % off as K5 says. | logged by person", "3.2"
    )
    assert "90" not in printed(draft)
    assert draft.lines == write_lines()


def write_lines() -> object:
    """The price lines of the composer."""
    return compose(assignment()).lines


def test_a_small_model_that_loops_keeps_what_was_checked() -> None:
    def looping(prompt: Prompt) -> Said:
        line = with_ids(
            prompt,
            "S | [[logged by]] | Each access to personal data is logged. | access to personal",
        )
        return Said("P | 3.2\n" + f"{line}\n" * 40 + "S | K", "cut")

    draft, model = wrote("approach", looping)
    sentences = [one for block in section(draft, "approach").blocks for one in block.sentences]
    texts = [one.text for one in sentences]
    assert texts.count("Each access to personal data is logged.") <= 2  # there, and in brief
    assert "Each access to personal data is logged." in texts
    assert any("is short" in check for check in author(draft).checks)
    assert model.left == len(model.asked)


def test_an_answer_that_is_cut_loses_its_last_line_alone() -> None:
    def cut(prompt: Prompt) -> Said:
        lines = "P | 3.2\nS | [[logged by]] | Each access to personal data is logged. | access to\n"
        return Said(with_ids(prompt, lines) + "S | K1 | Personal data are", "cut")

    draft, _ = wrote("approach", cut)
    assert "Each access to personal data is logged." in prose(draft)
    assert not any(text.startswith("Personal data are") for text in prose(draft))
    assert any("wrote more than it may" in check for check in author(draft).checks)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (Said("I cannot help with that.", "refused"), "it refused"),
        (Said("I'm sorry, but I can't help with proposals.\n" * 3), "the form"),
        (Said("Here is your section:\n\nWe are the best.\nWe are fast.\nWe are kind."), "the form"),
        (Said("<think>\nlet me think\nand think"), "the form"),
        (Said('<tool_call>{"name": "write"}</tool_call>'), "the form"),
        (Said("word " * 2000), "the form"),
    ],
)
def test_an_answer_without_our_form_leaves_the_section_to_the_composer(
    answer: Said, why: str
) -> None:
    draft, _ = wrote("approach", lambda prompt: answer)
    composed = section(compose(assignment()), "approach")
    written = section(draft, "approach")
    bare = [block.text for block in written.blocks if block.label != "In brief"]
    assert bare == [block.text for block in composed.blocks]
    assert any(why in check for check in author(draft).checks)
    assert section(draft, "people").blocks[-1].sentences  # the others are the model's
