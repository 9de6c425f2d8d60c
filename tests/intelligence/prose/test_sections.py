"""Sections: what a model may replace, what stays, repairs, limits, faults and cancellation."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from sealedbid.content.documents import Block
from sealedbid.intelligence.llm import Prompt
from sealedbid.intelligence.llm.errors import (
    AnswerBrokenOffError,
    ModelNotSetError,
    ModelUnreachableError,
    PromptTooLongError,
)
from sealedbid.intelligence.writer import Draft, open_writer
from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.composer.compose import desk_of
from sealedbid.intelligence.writer.prose import ModelWriter
from sealedbid.intelligence.writer.prose.parts import Part
from sealedbid.intelligence.writer.prose.themes import add_proofs
from sealedbid.intelligence.writer.strategy import Strategy, Theme
from tests.intelligence.composer.making import assign, author
from tests.intelligence.prose.scripted import Said, Scripted
from tests.intelligence.prose.world import (
    ANSWERS,
    BRIEF,
    PAGES,
    assignment,
    blocks,
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
from tests.intelligence.prose.writers import faithful, passages

LOGGED = "We log each access to personal data by person and reason."
GOOD = f"S | [[logged by]] | {LOGGED} | logged by person"
BAD = "S | [[logged by]] | Access by 400 persons to personal data is logged. | logged by person"


def test_a_faithful_model_writes_the_proposal_and_every_sentence_has_its_sources() -> None:
    model = Scripted(faithful)
    written = write(model)
    draft = written.draft
    assert draft.document.composed_by == "model:scripted"
    assert written.by == "scripted"
    assert written.usage.tokens_in == 900 * len([*model.asked, *model.mended])
    notes = {note.number: note for note in draft.notes}
    sentences = [one for block in blocks(draft) for one in block.sentences]
    assert len(sentences) > 8
    for one in sentences:
        assert one.notes or one.answers
        assert set(one.notes) <= set(notes)
    for block in blocks(draft):
        if block.sentences:
            assert block.text == " ".join(one.text for one in block.sentences)
            assert set(block.notes) == {n for one in block.sentences for n in one.notes}


def test_notes_quote_their_sources_word_for_word() -> None:
    draft = write(Scripted(faithful)).draft
    given = assignment()
    passages = {match.id: match for match in (*given.recall.matches, *given.recall.whole)}
    for note in draft.notes:
        if note.source_kind == "knowledge":
            assert note.org_brain_id is not None
            assert note.quote in passages[note.org_brain_id].content_text
        elif note.source_kind == "brief":
            start = note.position or 0
            assert given.text[start : start + len(note.quote)] == note.quote


def test_what_is_counted_priced_or_confirmed_stays_the_composers() -> None:
    draft, composed = write(Scripted(faithful)).draft, compose(assignment())
    assert draft.lines == composed.lines
    assert draft.document.cover == composed.document.cover
    assert draft.answers == composed.answers
    assert section(draft, "price").blocks[0].text == section(composed, "price").blocks[0].text
    kept = [block for block in blocks(composed) if _stays(block)]
    assert kept
    assert [block.text for block in blocks(draft) if _stays(block)] == [one.text for one in kept]


def texts_of(draft: Draft) -> list[str]:
    """The model's sentences in the approach, but for those in brief."""
    found = section(draft, "approach").blocks
    return [one.text for block in found if block.label != "In brief" for one in block.sentences]


def _stays(block: Block) -> bool:
    return block.computed or block.label == "Requirements met" or block.table is not None


def test_sums_dates_and_names_are_filled_in_by_code() -> None:
    lines = (
        "S | - | The total price is {{price.total}}. | \n"
        "S | - | The last day of the work is {{date.end}}. | \n"
        "S | - | The name for the lead developer is {{person.lead-developer}}. | "
    )
    draft, _ = said("summary", lines)
    brief = next(block for block in blocks(draft) if block.label == "In brief")
    assert "$48,500.00" in brief.text
    assert "May 21, 2027" in brief.text
    assert "person.lead-developer" in {key for one in brief.sentences for key in one.answers}


def test_a_summary_may_cite_nothing_but_supported_sentences() -> None:
    draft, model = said("summary", "S | K1 | Load tests of the portal run weekly. | Load tests")
    asked = next(prompt for prompt in model.asked if is_of(prompt, "summary"))
    assert not any(id.startswith(("K", "B")) for id in passages(asked))
    assert not any(block.label == "In brief" for block in blocks(draft))


def test_a_summary_line_whose_sentence_was_dropped_is_dropped() -> None:
    def lines(prompt: Prompt) -> str:
        return with_ids(prompt, f"P | 3.2\n{GOOD}\nS | K99 | We keep a vault of data. | a vault")

    _, model = wrote("approach", lines)
    asked = next(prompt for prompt in model.asked if is_of(prompt, "summary"))
    shown = "\n".join(passages(asked).values())
    assert "We log each access" in shown
    assert "vault" not in shown


def test_a_failing_sentence_is_mended_with_its_reason_and_its_sources() -> None:
    def lines(prompt: Prompt) -> str:
        return with_ids(prompt, f"P | 3.2\n{GOOD}\n{BAD}")

    model = Scripted(
        lambda prompt: lines(prompt) if is_of(prompt, "approach") else faithful(prompt),
        lambda prompt: with_ids(prompt, "S | [[logged by]] | The log is kept by person. | logged"),
    )
    draft = write(model).draft
    assert "400" in model.mended[0].task
    assert "The sentence before it: We log each access" in model.mended[0].task
    assert not any("400" in text for text in prose(draft))
    texts = texts_of(draft)
    assert texts.count(LOGGED) == 1


def test_a_repair_never_touches_a_supported_sentence_and_is_checked_itself() -> None:
    def lines(prompt: Prompt) -> str:
        return with_ids(prompt, f"P | 3.2\n{GOOD}\n{BAD}")

    tries = iter(["by 500 persons", "by 600 persons", "by 700 persons"])
    model = Scripted(
        lambda prompt: lines(prompt) if is_of(prompt, "approach") else faithful(prompt),
        lambda prompt: with_ids(
            prompt, f"S | [[logged by]] | Access {next(tries)} to personal data is logged. | logged"
        ),
    )
    draft = write(model).draft
    assert len(model.mended) == 2
    texts = texts_of(draft)
    assert LOGGED in texts
    assert not any(char in printed(draft) for char in ("400", "500 persons", "600", "700"))


def test_the_same_failure_twice_ends_the_repair() -> None:
    model = Scripted(
        lambda prompt: (
            with_ids(prompt, f"P | 3.2\n{BAD}") if is_of(prompt, "approach") else faithful(prompt)
        ),
        lambda prompt: with_ids(prompt, BAD),
    )
    draft = write(model).draft
    assert len(model.mended) == 1
    assert not any("400" in text for text in prose(draft))
    assert any("400" in text for text in held(draft))


def test_a_dropped_sentence_gives_way_to_the_houses_own_words() -> None:
    lines = (
        "S | [[logged by]] | We encrypt personal data in transit and at rest. | in transit\n"
        "S | K99 | Each access to personal data is logged by every person and reason. | logged"
    )
    draft, _ = said("approach", lines, "3.2")
    own = "Each access to personal data is logged by person and reason."
    texts = texts_of(draft)
    assert own in texts


def test_what_leads_to_a_dropped_sentence_and_leans_on_it_is_dropped_too() -> None:
    lines = (
        f"{GOOD}\nT | - | Two points follow.\n"
        "S | K99 | Quantum vaults are humming. | humming\n"
        "S | [[logged by]] | It is logged by person and reason. | logged by person"
    )
    draft, _ = said("approach", lines, "3.2")
    assert "Two points follow" not in printed(draft)
    assert "It is logged" not in printed(draft)


def test_without_a_model_the_writer_says_which_setting_is_missing() -> None:
    writer = open_writer("model")
    with pytest.raises(ModelNotSetError, match="SEALEDBID_MODEL_WRITER"):
        asyncio.run(writer.write(assignment()))


def test_a_limit_in_the_middle_keeps_what_is_checked_and_composes_the_rest() -> None:
    def lines(prompt: Prompt) -> Said:
        return Said(with_ids(prompt, f"P | 3.2\n{GOOD}\nS | K1 | Personal"), "budget")

    draft, model = wrote("approach", lines)
    assert len(model.asked) == 1
    assert prose(draft) == [LOGGED]
    checks = " ".join(author(draft).checks)
    assert "the run's limit on tokens was reached" in checks
    assert "composed, without the model" in checks
    composed = compose(assignment())
    assert section(draft, "people") == section(composed, "people") or printed(draft)
    assert draft.document.composed_by == "model:scripted"


def test_a_prompt_that_is_too_long_is_asked_again_in_smaller_ones() -> None:
    def lines(prompt: Prompt) -> str | PromptTooLongError:
        many = prompt.task.count("\nP | ") > 1 or "Our voice" in prompt.shared
        return PromptTooLongError("small") if many else faithful(prompt)

    model = Scripted(lines)
    draft = write(model).draft
    assert sum("3.2 (about" in prompt.task for prompt in model.asked) >= 2
    assert prose(draft)


def test_a_model_that_can_read_nothing_leaves_all_to_the_composer() -> None:
    draft = write(Scripted(lambda prompt: PromptTooLongError("tiny"))).draft
    assert draft.document.composed_by == "composer"
    assert prose(draft) == []
    assert any("longer than the model can read" in check for check in author(draft).checks)


def test_an_answer_that_breaks_off_keeps_what_came_and_the_next_sections_are_composed() -> None:
    def lines(prompt: Prompt) -> Said:
        text = with_ids(prompt, f"P | 3.2\n{GOOD}\nS | K1 | Personal")
        return Said(text, error=AnswerBrokenOffError("http://model"))

    draft, model = wrote("approach", lines)
    assert len(model.asked) == 1
    assert prose(draft) == [LOGGED]
    assert any("broke off" in check for check in author(draft).checks)


def test_a_server_that_is_not_there_is_an_error_as_long_as_nothing_is_written() -> None:
    with pytest.raises(ModelUnreachableError):
        write(Scripted(lambda prompt: ModelUnreachableError("http://model", "refused")))


def test_a_server_that_goes_away_later_leaves_the_rest_to_the_composer() -> None:
    def lines(prompt: Prompt) -> str | ModelUnreachableError:
        return faithful(prompt) if is_of(prompt, "approach") else ModelUnreachableError("x", "gone")

    draft = write(Scripted(lines)).draft
    assert prose(draft)
    assert any("cannot be reached" in check for check in author(draft).checks)


async def test_cancellation_inside_a_stream_ends_the_request() -> None:
    begun = asyncio.Event()

    class Slow(Scripted):
        async def wait(self) -> None:
            begun.set()
            await asyncio.sleep(60)

    model = Slow(faithful)

    async def told(words: str) -> None:
        if "2 of" in words:
            await model.wait()

    task = asyncio.create_task(ModelWriter(model.of, told).write(assignment()))
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert model.left == len(model.asked) == 1


async def test_progress_is_told_section_by_section() -> None:
    heard: list[str] = []

    async def told(words: str) -> None:
        heard.append(words)

    await ModelWriter(Scripted(faithful).of, told).write(assignment())
    assert [words for words in heard if words.startswith("Writing")] == [
        "Writing section 1 of 4: approach",
        "Writing section 2 of 4: people",
        "Writing section 3 of 4: cases",
        "Writing section 4 of 4: summary",
    ]


def test_a_slot_without_a_passage_is_asked_for_and_not_written() -> None:
    draft, model = said("approach", GOOD, "3.2")
    assert "3.3 (about" not in model.asked[0].task
    assert "section.requirement-3.3" in [question.key for question in draft.questions]


def test_a_section_of_which_most_is_unknown_is_not_asked_for() -> None:
    given = assignment()
    bare = replace(given, recall=replace(given.recall, matches=(), whole=()), answers={})
    model = Scripted(faithful)
    draft = write(model, bare).draft
    assert model.asked == []
    assert draft.document.composed_by == "composer"


def test_the_plans_shares_give_the_words_of_the_sections() -> None:
    plan = Strategy(
        positioning="",
        themes=(Theme(benefit="Fast answers", criterion="speed", points=40.0, proofs=()),),
        risks=(),
        shares={"approach": 0.1, "people": 0.8, "cases": 0.1},
        used=(),
    )
    model = Scripted(faithful)
    write(model, replace(assignment(), strategy=plan))
    assert "Fast answers (speed)" in model.asked[0].shared


def test_no_prompt_grows_with_the_number_of_sections_before_it() -> None:
    model = Scripted(faithful)
    write(model)
    assert len({prompt.rules for prompt in model.asked}) == 1
    assert len({prompt.shared for prompt in model.asked[:-1]}) == 1
    assert all(prompt.max_tokens < 1000 for prompt in model.asked)


def test_a_long_paragraph_is_broken_up_and_its_label_stands_once() -> None:
    long = (
        "personal data of readers, of tools and of rooms, of the log, of the person and the reason"
    )
    more = [
        f"S | [[logged by]] | Each access of kind {word} to {long} is logged by person and "
        f"reason. | "
        "access to personal data"
        for word in ("a", "b", "c", "d", "e", "f", "g")
    ]
    draft, _ = said("approach", "\n".join([GOOD, *more]), "3.2")
    found = [block for block in section(draft, "approach").blocks if block.sentences]
    assert all(len(block.text.split()) <= 90 for block in found)
    assert [block.label for block in found].count("3.2") == 1


def test_a_proof_of_a_theme_is_shown_where_its_criterion_is_answered() -> None:
    text = BRIEF + "\n## 5. Evaluation\n\nTechnical approach 60 points, price 40 points.\n"
    given = assign(text, pages=PAGES, answers=ANSWERS)
    proof = next(one for one in given.recall.matches if "undone with one" in one.content_text)
    theme = Theme(
        benefit="A release can be undone",
        criterion="Technical approach",
        points=60.0,
        proofs=(proof.id,),
    )
    plan = Strategy(positioning="", themes=(theme,), risks=(), shares={}, used=())
    parts = {"approach": [Part(id="3.2", asked="Personal data must be encrypted.")]}
    add_proofs(desk_of(replace(given, strategy=plan)), parts)
    assert [one.match.id for one in parts["approach"][0].picked] == [proof.id]
    add_proofs(desk_of(given), parts)
    assert len(parts["approach"][0].picked) == 1
