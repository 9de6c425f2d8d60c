"""Certain things as sources: goals and sure facts of the brief, and answers of people."""

from __future__ import annotations

from collections.abc import Mapping

from sealedbid.intelligence.asking.kinds import kind_of
from sealedbid.intelligence.brief.facts.models import FactKind
from sealedbid.intelligence.brief.facts.values import Money
from sealedbid.intelligence.writer.composer.desk import Desk, Numbered
from sealedbid.intelligence.writer.composer.lists import entries
from sealedbid.intelligence.writer.composer.sections.approach import GOALS_SHOWN, is_placeholder
from sealedbid.intelligence.writer.composer.sections.decided import DESIGN, HOW
from sealedbid.intelligence.writer.composer.sections.people import DEPUTIES
from sealedbid.intelligence.writer.composer.sections.plan import RESULTS, SUPPLIES
from sealedbid.intelligence.writer.composer.sections.staffing import HOURS
from sealedbid.intelligence.writer.prose.sources import Register, Shown, has_price
from sealedbid.platform.errors import ended

FACTS: tuple[FactKind, ...] = (
    "title",
    "issuer",
    "deadline",
    "event",
    "start",
    "end",
    "duration",
    "extension",
    "criterion",
)
SAID: Mapping[str, str] = {
    DESIGN: "",
    RESULTS: "Results of the sprints, by number:",
    SUPPLIES: "The client supplies:",
    DEPUTIES: "Deputies:",
    HOURS: "Hours of each person in all:",
}
"""Decisions that hold for the whole proposal, and the words that they need before them."""
SELF_CONTAINED = 4  # words of an answer that says something without its question


def goals(desk: Desk, register: Register) -> list[Shown]:
    """The sentences of the brief that say what is wanted, in its order."""
    brief = desk.assignment.brief
    fit = [
        goal
        for goal in brief.goals
        if not is_placeholder(goal.text) and not has_price(goal.text, brief.language)
    ][:GOALS_SHOWN]
    fit.sort(key=lambda goal: goal.span.start)
    return [register.brief([goal.span], [goal.text]) for goal in fit]


def facts(desk: Desk, register: Register) -> list[Shown]:
    """The facts that are sure or answered, but sums: the label, and the words of the brief."""
    found: dict[str, Shown] = {}
    for kind in FACTS:
        for fact in desk.known.facts(kind):
            words = fact.quote.text
            if isinstance(fact.value, Money) or has_price(words):
                continue
            label = kind.replace("_", " ")
            if words:
                shown = register.brief([fact.quote], [f"{label}: {words}"])
            else:
                shown = register.answer(fact.key, f"{label}: {desk.given.text(fact.key)}")
            found.setdefault(shown.source.id, shown)
    return list(found.values())


def sayings(desk: Desk, register: Register) -> list[Shown]:
    """Answers of people that hold for the whole proposal: who works on it, and decisions."""
    found = []
    for key in desk.given.answers:
        text = _said(desk, key)
        if text and not has_price(text):
            found.append(register.answer(key, text))
    return found


def of_requirement(desk: Desk, register: Register, one: Numbered) -> list[Shown]:
    """A requirement in the brief's words, and what a person has confirmed of it."""
    spans, texts = [part.span for part in one.parts], [part.text for part in one.parts]
    found = [] if has_price(one.text) else [register.brief(spans, texts, one.ref)]
    met, choice = f"requirement.{one.ref}", f"choice.{one.ref}"
    if desk.given.yes(met):
        text = f"Requirement {one.ref} is met: {one.text}"
        found.append(register.answer(met, text, spans))
    if desk.given.has(choice):
        found.append(
            register.answer(choice, ended(f"For {one.ref} we offer {desk.given.text(choice)}"))
        )
    own = f"{HOW}{one.ref}"
    if desk.given.has(own) and not has_price(desk.given.text(own)):
        found.append(register.answer(own, desk.given.text(own)))
    return found


def _said(desk: Desk, key: str) -> str:
    """An answer as a sentence that holds without its question; empty for one that does not."""
    text, first = desk.given.text(key), key.split(".")[0]
    if first == "person":
        names = ", ".join(desk.given.names(key))
        role = key.removeprefix("person.").replace("-", " ")
        return f"Role {role}: {names}." if names else ""
    if key == "decision.license":
        return ended(f"The open-source license that we offer is {text}")
    if key == "decision.interviews":
        return "The people named are free for the interview." if desk.given.yes(key) else ""
    if key in SAID:
        if desk.given.yes(key) is False:
            return ""
        return f"{SAID[key]} {_listed(text)}" if SAID[key] else text
    if first == "section" and not key.startswith(HOW):
        return text if len(text.split()) >= SELF_CONTAINED else ""
    if first == "ask" and len(text.split()) >= SELF_CONTAINED and kind_of(key) is None:
        return text
    return ""


def _listed(text: str) -> str:
    """The entries of a list as sentences."""
    return " ".join(ended(entry) for entry in entries(text))
