"""Decisions that only people can give, asked by the kind of what the brief asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sealedbid.intelligence.asking.facts import most_of, questions_of
from sealedbid.intelligence.asking.models import Question
from sealedbid.intelligence.brief import Requirement
from sealedbid.intelligence.shortening import shortened
from sealedbid.intelligence.writer.composer.desk import Desk, base_of
from sealedbid.intelligence.writer.composer.outline import Slot
from sealedbid.intelligence.writer.composer.prices.labor import TRAVEL, TRAVEL_BASIS

OTHER, MOST_OTHERS = "section.other", 6  # sections of no known kind, and how many are asked for
CONFIRMED_ONE_BY_ONE = 30  # requirements; a longer list is confirmed from the author's document
LICENSE, INTERVIEWS = "decision.license", "decision.interviews"
# "Python or Node.js", "Dutch or English": names, of which one is chosen.
_CHOICE = re.compile(
    r"\b(?:in|using|uses?|with|either|on|as|written in|built (?:in|with))\s"
    r"(?P<first>[A-Z][\w.+#]*(?: [A-Z][\w.+#]*)?)"
    r"(?P<more>(?:, [A-Z][\w.+#]*(?: [A-Z][\w.+#]*)?){0,4}),? or (?P<last>[A-Z][\w.+#]*\w)"
)
_LICENSE = re.compile(r"\bopen[- ]source licen[cs]e|under an? (?:free|open) licen[cs]e", re.I)
_NAMED_LICENSE = re.compile(r"\b(?:MIT|Apache|GPL|BSD|MPL|EUPL|CC0|CC BY)\b")
_INTERVIEW = re.compile(
    r"\b(?:interviews?|oral presentations?|invited .{0,60}\b(?:talk|presentation))\b", re.IGNORECASE
)


def names_license(text: str) -> bool:
    """True if a text asks for an open-source license and does not name one."""
    return _LICENSE.search(text) is not None and _NAMED_LICENSE.search(text) is None


def decisions(desk: Desk) -> list[Question]:
    """The choices, the licence, the interviews, the basis of travel, and each requirement's yes."""
    asked: list[Question] = []
    for one in desk.work():
        asked += _choice(desk, one)
    brief = desk.assignment.text
    if names_license(brief) and not desk.given.has(LICENSE):
        asked.append(
            Question(
                key=LICENSE,
                text="Which open-source license is offered?",
                reason="the brief asks for one and names none",
                form="text",
            )
        )
    if desk.assignment.brief.contents and _INTERVIEW.search(brief):
        asked += _interviews(desk)
    if desk.given.has(TRAVEL) and desk.given.number(TRAVEL) and not desk.given.has(TRAVEL_BASIS):
        asked.append(
            Question(
                key=TRAVEL_BASIS,
                text="What does the sum for travel hold: visits, people, days?",
                reason="a sum without its basis cannot be checked",
                form="text",
            )
        )
    return asked + _confirmations(desk)


def section_question(slot: Slot) -> Question:
    """Ask for a section that the brief asks for and nothing known fills."""
    return Question(
        key=f"section.{slot.id}",
        text=f"What is written under “{slot.heading}”?",
        reason=f"the brief asks for it and nothing known fits: “{shortened(slot.asked, 120)}”",
        form="text",
    )


def limited(desk: Desk, asked: Sequence[Question]) -> tuple[Question, ...]:
    """The questions, each key once; of a note as few as it is worth, those about facts counted.

    Those left out are asked when the first are answered.
    """
    once = {one.key: one for one in reversed(asked) if not desk.given.has(one.key)}
    kept = [one for one in asked if once.get(one.key) is one]
    others = [one for one in kept if one.key.startswith(OTHER)]
    for one in others[MOST_OTHERS:]:
        kept.remove(one)
        desk.told.append(f"Not asked, since there are many: {one.text}")
    brief, most = desk.assignment.brief, most_of(desk.assignment.text)
    if brief.contents or most is None:
        return tuple(kept)
    return tuple(kept[: max(0, most - len(questions_of(brief.facts, most=most)))])


def choices(text: str) -> tuple[str, ...]:
    """The names between which a requirement leaves the choice, in its order; () for none."""
    found = _CHOICE.search(text)
    if found is None:
        return ()
    middle = [name.strip() for name in found["more"].split(",") if name.strip()]
    names = tuple(dict.fromkeys((found["first"], *middle, found["last"].rstrip("."))))
    return names if len(names) > 1 else ()


def _choice(desk: Desk, one: Requirement) -> list[Question]:
    alternatives = choices(one.text)
    key = f"choice.{base_of(one.ref)}"
    if not alternatives or desk.given.has(key):
        return []
    return [
        Question(
            key=key,
            text=f"Which is offered for {one.ref}: {' or '.join(alternatives)}?",
            reason=f"the brief leaves the choice: “{shortened(one.text, 120)}”",
            form="choice",
            alternatives=alternatives,
        )
    ]


def _interviews(desk: Desk) -> list[Question]:
    if desk.given.has(INTERVIEWS) or desk.slot_of("people") is None:
        return []
    found = next(
        (
            fact.quote.text
            for fact in desk.assignment.brief.facts
            if fact.kind == "event" and _INTERVIEW.search(fact.quote.text)
        ),
        "",
    )
    said = f" “{shortened(found, 100)}”" if found else ""
    return [
        Question(
            key=INTERVIEWS,
            text="Are the people named free for the interview?",
            reason=f"the brief announces one{said}",
            form="yes",
            alternatives=("yes", "no"),
        )
    ]


def _confirmations(desk: Desk) -> list[Question]:
    wanted = [one for one in desk.numbered() if one.mandatory and not one.is_price]
    if len(wanted) > CONFIRMED_ONE_BY_ONE:
        return []
    return [
        Question(
            key=f"requirement.{one.ref}",
            text=f"Is requirement {one.ref} met? {shortened(one.text, 160)}",
            reason="no requirement is met without a person's yes",
            form="yes",
            alternatives=("yes", "no"),
        )
        for one in wanted
        if not desk.given.has(f"requirement.{one.ref}")
    ]
