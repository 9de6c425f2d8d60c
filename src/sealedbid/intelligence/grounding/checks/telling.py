"""Reasons in words: how a value of the sentence differs from those of its sources."""

from __future__ import annotations

from collections.abc import Sequence

from sealedbid.intelligence.grounding.found import Found, hard, soft
from sealedbid.intelligence.grounding.models import Fault
from sealedbid.intelligence.grounding.values.comparing import Compared
from sealedbid.intelligence.grounding.values.models import Value

FAULTS: dict[str, Fault] = {
    "money": "money",
    "percentage": "percentage",
    "date": "date",
    "clock": "date",
}


def told(draft: Value, compared: Compared, source: Sequence[Value]) -> Found:
    """The fault of a value, by its smallest difference from the sources."""
    words, near = draft.words, compared.nearest
    fault = FAULTS.get(draft.kind, "date" if draft.unit == "year of" else "number")
    there = near.words if near else ""
    match compared.difference:
        case "hedge":
            return soft("hedge", words, f"the source says {_hedged(near)}: keep its words")
        case "noun":
            assert near is not None
            return soft("noun", words, f"the source counts something else: {counted(near)}")
        case "bound":
            return hard(fault, words, f"the source says {_hedged(near)}, which is not the same")
        case "range":
            return hard(fault, words, f"in the source it is one end of a range: “{there}”")
        case "tax":
            return hard("money", words, "the source says otherwise whether tax is included")
        case "working":
            return hard("unit", words, f"the source says “{there}”: business days are others")
        case "period":
            return hard("unit", words, "the source does not say it of this period")
        case "unit":
            return hard("unit", words, f"the source says “{there}”")
        case "currency":
            return hard("money", words, f"the source does not say it in this currency: “{there}”")
        case _:
            return hard(fault, words, _missing(words, draft, source))


def _missing(words: str, draft: Value, source: Sequence[Value]) -> str:
    """Name the values of the same kind that the sources have."""
    same = [one.words for one in source if one.kind == draft.kind and one.words]
    if not same:
        return f"“{words}” is in no source that the sentence cites"
    named = ", ".join(f"“{each}”" for each in dict.fromkeys(same[:4]))
    return f"“{words}” is in no source that the sentence cites; they say {named}"


def counted(value: Value) -> str:
    """A value with the noun that it counts, for a person."""
    if value.part_of:
        return f"“{value.words} of {value.part_of}”"
    return f"“{value.words} {value.heads[0] if value.heads else ''} …”"


def _hedged(value: Value | None) -> str:
    said = {
        "most": "“up to”", "least": "“at least”", "more": "“more than”", "less": "“less than”",
        "about": "“about”", "within": "“within”", "after": "“after”",
    }  # fmt: skip
    if value is None:
        return "something else"
    return f"{said.get(value.bound, 'just')} “{value.words}”"
