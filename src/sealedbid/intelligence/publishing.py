"""A finished draft becomes the proposal: text, prices, requirements, evidence, a frozen version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from sealedbid.content.lines import RATES
from sealedbid.content.repository import (
    proposal_line_items,
    proposal_versions,
    proposals,
    rfp_requirements,
)
from sealedbid.intelligence.asking.answers import with_answers
from sealedbid.intelligence.asking.facts import most_of, questions_of
from sealedbid.intelligence.asking.hashing import brief_hash
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.asking.requirements import state_of
from sealedbid.intelligence.asking.rows import answers_of, fact_rows, question_rows
from sealedbid.intelligence.brief import Brief
from sealedbid.intelligence.repository import (
    brief_facts,
    citations,
    proposal_questions,
    proposal_sentences,
)
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.writer.models import Draft, Line, Note
from sealedbid.platform.postgres import Transaction
from sealedbid.system.jobs.running import JobFailedError

EDITED = "somebody has edited the proposal since the draft was asked for"
REQUIREMENTS = "requirements"  # the section in which requirements are answered


async def publish(
    tx: Transaction,
    run_id: UUID,
    proposal_id: UUID,
    brief: Brief,
    draft: Draft,
    *,
    sentences: Sequence[JudgedSentence],
    text: str,
    currency: str,
    lock_version: int,
) -> int:
    """Write the whole of it in this transaction; the number of the version that keeps it.

    ``sentences`` are those of the draft in their order, with their verdicts; what people did about
    sentences of the text before goes. ``text`` is the brief that was read. What people have said
    about it goes before the draft.

    Raises JobFailedError when a person has edited the proposal since: what they wrote stays.
    """
    sha256 = brief_hash(text)
    answers = answers_of(await proposal_questions.of_brief(tx, proposal_id, sha256))
    written = await proposals.write(
        tx,
        proposal_id,
        lock_version=lock_version,
        title=draft.title,
        content=draft.document.model_dump(mode="json"),
        currency=currency,
        brain_status="done",
    )
    if not written:
        raise JobFailedError(EDITED)
    await proposal_line_items.replace(tx, proposal_id, [_line(line) for line in draft.lines])
    ids = await rfp_requirements.replace(tx, proposal_id, _requirements(brief, draft, answers))
    version = await proposal_versions.freeze(tx, proposal_id, reason="ai", run_id=run_id)
    await citations.replace(tx, proposal_id, _citations(draft, ids, answers), version=version)
    await proposal_sentences.replace(tx, proposal_id, [_sentence(one) for one in sentences])
    await brief_facts.replace(tx, proposal_id, sha256, fact_rows(brief.facts))
    asked = _questions(text, brief, draft, answers)
    await proposal_questions.replace(tx, proposal_id, sha256, question_rows(asked))
    return version


def _questions(text: str, brief: Brief, draft: Draft, answers: Mapping[str, str]) -> list[Question]:
    """The questions about facts, then those of the draft; each key once, in the draft's words."""
    facts = questions_of(with_answers(brief.facts, answers), most=most_of(text))
    of_draft = {question.key: question for question in draft.questions}
    return list({**{question.key: question for question in facts}, **of_draft}.values())


def _citations(
    draft: Draft, ids: Mapping[str, UUID], answers: Mapping[str, str]
) -> list[dict[str, Any]]:
    """One for each note, and one more for each requirement that it answers."""
    by_number = {note.number: note for note in draft.notes}
    rows = [_citation(note) for note in draft.notes]
    for answer in draft.answers:
        is_confirmed = state_of(answer.ref, answers, answer.state) == "confirmed"
        verdict = "supported" if is_confirmed else "weak"
        rows += [
            _citation(by_number[number])
            | {"section_id": REQUIREMENTS, "requirement_id": ids[answer.ref], "verdict": verdict}
            for number in answer.notes
        ]
    return rows


def _requirements(brief: Brief, draft: Draft, answers: Mapping[str, str]) -> list[dict[str, Any]]:
    by_ref = {answer.ref: answer for answer in draft.answers}
    return [
        {
            "ref": one.ref,
            "text": one.text,
            "kind": one.kind,
            "mandatory": one.mandatory,
            "position": one.span.start,
            "length": one.span.end - one.span.start,
            "section_id": by_ref[one.ref].section_id,
            "answer_state": state_of(one.ref, answers, by_ref[one.ref].state),
        }
        for one in brief.requirements
    ]


def _line(line: Line) -> dict[str, Any]:
    """A line as it is stored: what is not counted is shown, and not added up."""
    return {
        "service_id": line.service_id,
        "label": line.label,
        "description": line.description,
        "option_group": None if line.is_counted else RATES,
        "is_optional": not line.is_counted,
        "is_selected": line.is_counted,
        "quantity": line.quantity,
        "unit": line.unit,
        "unit_price_minor": line.unit_price_minor,
        "tax_rate": line.tax_rate,
        "billing_period": line.billing_period,
    }


def _sentence(one: JudgedSentence) -> dict[str, Any]:
    return {
        "section_id": one.section_id,
        "block": one.block,
        "number": one.number,
        "text": one.text,
        "verdict": one.verdict,
        "reasons": [asdict(reason) for reason in one.reasons],
        "notes": list(one.notes),
        "answers": list(one.answers),
    }


def _citation(note: Note) -> dict[str, Any]:
    return {
        "section_id": note.section_id,
        "number": note.number,
        "source_kind": note.source_kind,
        "quote": note.quote,
        "source_title": note.source_title,
        "heading": note.heading,
        "org_brain_id": note.org_brain_id,
        "service_id": note.service_id,
        "requirement_id": None,
        "position": note.position,
        "score": note.score,
        "verdict": note.verdict,
    }
