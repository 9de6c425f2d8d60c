"""The requirements of a brief as a Markdown table, each with its answer."""

from __future__ import annotations

from sealedbid.content.models import Requirement
from sealedbid.intelligence.export.escaping import cell, marks
from sealedbid.intelligence.models import Citation
from sealedbid.intelligence.presenting import Presented
from sealedbid.intelligence.shortening import shortened

LONGEST = 220  # characters of a requirement
STATES = {
    "open": "open",
    "suggested": "to be confirmed",
    "conflicting": "to be clarified",
    "confirmed": "yes",
    "excluded": "does not apply",
}


def requirement_table(shown: Presented) -> str:
    """Write the table. Open rules about how to hand the answer in are left out."""
    notes: dict[str, list[Citation]] = {}
    for citation in shown.citations:
        if citation.requirement_id is not None:
            notes.setdefault(str(citation.requirement_id), []).append(citation)
    rows = ["| | Asked | Answered | Where |", "|---|---|---|---|"]
    rows += [
        _row(one, notes.get(str(one.id), []), shown)
        for one in shown.requirements
        if one.kind != "submission" or one.answer_state != "open"
    ]
    return "\n".join(rows)


def _row(one: Requirement, notes: list[Citation], shown: Presented) -> str:
    numbers = marks(note.number for note in notes).strip()
    headings = {section.id: section.heading for section in shown.document.sections}
    where = headings.get(one.section_id or "", "")
    if one.section_id == "requirements" and notes:
        where = notes[0].source_title
    answer = STATES[one.answer_state]
    return (
        f"| {cell(one.ref)} | {cell(shortened(one.text, LONGEST))} | {answer} "
        f"| {cell(where)} {numbers} |"
    )
