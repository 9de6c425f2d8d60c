"""The sections of a draft, each out of quotes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from sealedbid.content.documents import Block, Section
from sealedbid.intelligence.brief import Brief, Span
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.shortening import on_one_line
from sealedbid.intelligence.writer.composer.answers import Found, bar_of, by_key
from sealedbid.intelligence.writer.composer.notes import Notes
from sealedbid.intelligence.writer.composer.passages import best_paragraph, paragraphs
from sealedbid.intelligence.writer.models import Line, Recall
from sealedbid.intelligence.writer.questions import GOAL, PRICING, theme_of
from sealedbid.intelligence.writer.sources import stories, team, voice

GOALS_SHOWN, TOPICS, PARAGRAPHS = 5, 7, 2


def asked(brief: Brief, notes: Notes) -> Section:
    """What the client wants, in the client's words, with the dates and limits that bind."""
    blocks = [
        Block(
            kind="quote",
            text=on_one_line(goal.text),
            notes=[notes.from_brief("asked", goal.span, goal.span.text)],
        )
        for goal in brief.goals[:GOALS_SHOWN]
    ]
    if brief.deadline is not None:
        blocks.append(_fact("Reply by", brief.deadline.span, notes))
    if brief.budget is not None:
        blocks.append(_fact("Budget", brief.budget.span, notes))
    durations = [found for found in brief.quantities if found.unit in ("week", "month", "year")]
    blocks += [_fact("Duration", found.span, notes) for found in durations[:1]]
    return Section(id="asked", heading="What you asked for", blocks=blocks)


def approach(brief: Brief, recall: Recall, found: Sequence[Found], notes: Notes) -> Section:
    """How the organisation works, as far as the brief asks: what answers most comes first."""
    matches, bar = by_key(recall), bar_of(recall)
    weight: dict[UUID, float] = {}
    chosen: dict[UUID, list[tuple[Match, str]]] = {}

    def choose(match: Match, paragraph: str | None, worth: float) -> None:
        if paragraph is None or match.content_type in ("case_study", "bio"):
            return
        weight[match.source_id] = weight.get(match.source_id, 0) + worth
        pieces = chosen.setdefault(match.source_id, [])
        if paragraph not in [text for _, text in pieces]:
            pieces.append((match, paragraph))

    for number, goal in enumerate(brief.goals):
        for match in matches.get(f"{GOAL}{number}", ())[:2]:
            if match.similarity >= bar.near:
                choose(match, best_paragraph(match.content_text, goal.text), match.similarity)
    for one in found:
        if one.state == "suggested" and one.match is not None:
            choose(one.match, one.paragraph, 1.0 if one.requirement.mandatory else 0.5)
    blocks: list[Block] = []
    for source in sorted(chosen, key=lambda id: (-weight[id], chosen[id][0][0].source_title))[
        :TOPICS
    ]:
        blocks.append(Block(kind="heading", text=chosen[source][0][0].source_title))
        pieces = sorted(chosen[source][:PARAGRAPHS], key=lambda piece: piece[0].chunk_no)
        blocks += [_paragraph("approach", match, text, notes) for match, text in pieces]
    return Section(id="approach", heading="How we would work", blocks=blocks)


def experience(brief: Brief, recall: Recall, notes: Notes) -> Section:
    """The nearest past work: what it was, what there was to do, what came of it."""
    theme = theme_of(brief)
    blocks: list[Block] = []
    for source in stories(recall.matches):
        passages = _of(recall, source)
        if not passages:
            continue
        pieces: list[tuple[Match, str | None]] = [(passages[0], None)]
        if len(passages) > 2:
            pieces.append((passages[1], best_paragraph(passages[1].content_text, theme)))
        if len(passages) > 1:
            # The last part says what it was built with; before it stands what came of it.
            pieces.append((passages[-2 if len(passages) > 3 else -1], None))
        blocks.append(Block(kind="heading", text=passages[0].source_title))
        seen: set[str] = set()
        for match, chosen in pieces:
            text = chosen or _first(match)
            if text is not None and text not in seen:
                seen.add(text)
                blocks.append(_paragraph("experience", match, text, notes))
    return Section(id="experience", heading="Work of this kind", blocks=blocks)


def people(text: str, recall: Recall, notes: Notes) -> Section:
    """Who would do it."""
    sources = team(recall.matches, text)
    return _introduced("people", "Who you would work with", sources, recall, notes)


def about(recall: Recall, notes: Notes) -> Section:
    """The organisation in its own words."""
    section = _introduced("about", "Who we are", voice(recall.matches), recall, notes)
    return section.model_copy(update={"blocks": section.blocks[1:]})  # without its title


def _introduced(
    id: str, heading: str, sources: Sequence[UUID], recall: Recall, notes: Notes
) -> Section:
    """Each source's title and first paragraph."""
    blocks: list[Block] = []
    for source in sources:
        passages = _of(recall, source)
        text = _first(passages[0]) if passages else None
        if text is not None:
            blocks.append(Block(kind="heading", text=passages[0].source_title))
            blocks.append(_paragraph(id, passages[0], text, notes))
    return Section(id=id, heading=heading, blocks=blocks)


def prices(lines: Sequence[Line], brief: Brief, recall: Recall, notes: Notes) -> Section:
    """What each line is and where its quantity comes from; the table stands beside it."""
    blocks = [
        Block(
            kind="item",
            text=f"{line.offer.name}: {on_one_line(line.offer.description)}",
            notes=[notes.from_offer("price", line.offer)],
        )
        for line in lines
        if line.offer.description
    ]
    counted = {found.span.text: found for found in brief.quantities}
    blocks += [
        Block(
            kind="paragraph",
            text=f"{line.offer.name}: as many as your brief says, “{on_one_line(line.why)}”.",
            notes=[notes.from_brief("price", counted[line.why].span, line.why)],
        )
        for line in lines
        if line.why
    ]
    bar = bar_of(recall)
    for match in by_key(recall).get(PRICING, ())[:1]:
        text = _first(match)
        if text and match.similarity >= bar.near:
            blocks.append(_paragraph("price", match, text, notes))
    return Section(id="price", heading="Price", blocks=blocks)


def _of(recall: Recall, source: UUID) -> list[Match]:
    return [match for match in recall.whole if match.source_id == source]


def _first(match: Match) -> str | None:
    return next(iter(paragraphs(match.content_text)), None)


def _fact(label: str, span: Span, notes: Notes) -> Block:
    text = f"{label}: {on_one_line(span.text)}"
    return Block(kind="item", text=text, notes=[notes.from_brief("asked", span, span.text)])


def _paragraph(section: str, match: Match, text: str, notes: Notes) -> Block:
    number = notes.from_knowledge(section, match, text)
    return Block(kind="paragraph", text=on_one_line(text), notes=[number])
