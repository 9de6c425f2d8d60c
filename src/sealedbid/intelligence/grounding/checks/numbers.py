"""Values: each number, sum, date and unit of a sentence is in a source that it cites, by value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sealedbid.intelligence.brief.values.riders import riders
from sealedbid.intelligence.grounding.claims import Cited, Claim, Found, hard, soft
from sealedbid.intelligence.grounding.models import Fault
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.marks import claim_words
from sealedbid.intelligence.grounding.text.reading import Text
from sealedbid.intelligence.grounding.values.comparing import Compared, compare
from sealedbid.intelligence.grounding.values.models import Value
from sealedbid.intelligence.grounding.values.nouns import noun
from sealedbid.intelligence.grounding.values.units import unit_words
from sealedbid.intelligence.vocabulary.loading import LANGUAGES

STEM = 5  # letters of a noun that is looked for
BESIDE = 2  # stems in common of clauses that speak of the same
FAULTS: dict[str, Fault] = {
    "money": "money",
    "percentage": "percentage",
    "date": "date",
    "clock": "date",
}


def check_numbers(claim: Claim) -> Iterator[Found]:
    """Compare each value with those of the cited sources."""
    yield from _taxes(claim)
    for draft in claim.text.values:
        cited = claim.bearing(claim.text.clause_at(draft.start))
        if draft.kind == "code" and claim.is_yours(draft.start):
            cited = claim.cited
        source = [value for one in cited for value in one.text.values]
        if _is_one(draft):
            yield from _of_one(draft, source)
            continue
        compared = compare(draft, source, is_generic)
        if compared.difference:
            if not _is_said_apart(draft, compared, claim):
                yield _found(draft, compared, source)
        elif draft.kind == "number" and draft.heads:
            yield from _of_noun(draft, claim, cited)


def _taxes(claim: Claim) -> Iterator[Found]:
    """Tax that the sentence includes and the sources leave out, or the other way about."""
    known = riders(claim.text.language)
    ways = (known.included, known.on_top)
    mine = [way.search(claim.text.folded) for way in ways]
    theirs = [way.search(claim.said) is not None for way in ways]
    for said, here, there in zip(mine, theirs, theirs[::-1], strict=True):
        if said and there and not here:
            yield hard("money", said[0], "the source says otherwise whether tax is included")


def _of_noun(draft: Value, claim: Claim, cited: Sequence[Cited]) -> Iterator[Found]:
    """A number that the sources have without a noun belongs to a clause that speaks of the same."""
    clause = claim.text.clause_at(draft.start)
    mine = clause.stems if clause else claim.text.stems
    rivals: list[Value] = []
    bare: list[str] = []
    made: list[Cited] = []
    for one in cited:
        for value in one.text.values:
            if value.kind != "number":
                continue
            if value.number != draft.number:
                rivals += [value] if set(value.heads) & set(draft.heads) else []
                continue
            if set(value.heads) & set(draft.heads) or one.source.of == "answer":
                return
            if one.source.of == "computed":
                made.append(one)
                continue
            place = one.text.clause_at(value.start)
            if place is not None and len(mine & place.stems) >= BESIDE:
                bare += [_around(one.text, place)]
    if made and not bare:
        if not _is_filled(draft, made, claim, cited):
            yield hard("number", draft.words, "this number is the offer's, of something else")
    elif rivals and not bare:
        yield hard("number", draft.words, f"the source says {_counted(rivals[0])}")
    else:
        yield from _of_other(draft, bare or [one.text.folded for one in cited])


def _of_other(draft: Value, said: Sequence[str]) -> Iterator[Found]:
    """A noun that nothing said near the number has."""
    if all(is_generic(head) for head in draft.heads):
        return
    if not any(head[:STEM] in each for head in draft.heads for each in said):
        yield soft("noun", draft.words, "the source does not count these by this number")


def _is_filled(draft: Value, made: Sequence[Cited], claim: Claim, cited: Sequence[Cited]) -> bool:
    """True if a value that code made stands here: it has the noun, or no other place is left."""
    if _counts(draft, made):
        return True
    others = [
        one
        for one in claim.text.values
        if one is not draft and one.kind == "number" and one.number == draft.number
    ]
    ours = [one for one in cited if one.source.of != "computed"]
    return all(_is_counted(one, ours) and not _counts(one, made) for one in others)


def _counts(draft: Value, made: Sequence[Cited]) -> bool:
    """True if a value that code made says what it counts, and the sentence counts the same."""
    return any(head[:STEM] in one.text.folded for head in draft.heads for one in made)


def _is_counted(draft: Value, cited: Sequence[Cited]) -> bool:
    return any(
        value.number == draft.number and set(value.heads) & set(draft.heads)
        for one in cited
        for value in one.text.values
    )


def _around(text: Text, clause: Clause) -> str:
    """The folded sentence of a clause, with the one before it."""
    near = [one for one in text.clauses if 0 <= clause.sentence - one.sentence <= 1]
    return text.folded[near[0].start : near[-1].end]


def _is_said_apart(draft: Value, compared: Compared, claim: Claim) -> bool:
    """True if the sentence says elsewhere what the value lacks: its whole, or its period."""
    near = compared.nearest
    if near is None:
        return False
    if compared.difference == "noun" and near.part_of:
        return any(str(one.number) == near.part_of for one in claim.text.values)
    if compared.difference == "period" and draft.per and not near.per:
        word = unit_words(draft.per, claim.text.language)
        for one in claim.cited:
            place = one.text.clause_at(near.start) if near in one.text.values else None
            if place is not None and word.search(one.text.sentence_of(place)):
                return True
    return False


def _found(draft: Value, compared: Compared, source: Sequence[Value]) -> Found:
    words, near = draft.words, compared.nearest
    fault = FAULTS.get(draft.kind, "date" if draft.unit == "year of" else "number")
    there = near.words if near else ""
    match compared.difference:
        case "hedge":
            return soft("hedge", words, f"the source says {_hedged(near)}: keep its words")
        case "noun":
            assert near is not None
            return soft("noun", words, f"the source counts something else: {_counted(near)}")
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


def _counted(value: Value) -> str:
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


def _is_one(value: Value) -> bool:
    """True for "one page", which may count nothing."""
    return value.kind == "number" and value.number == 1 and not value.words.strip().isdigit()


def _of_one(draft: Value, source: Sequence[Value]) -> Iterator[Found]:
    """One of a thing of which the source has more, and nowhere one."""
    same = [one for one in source if one.kind == "number" and set(one.heads) & set(draft.heads)]
    if draft.heads and same and all(one.number != 1 for one in same):
        yield hard("number", draft.words, f"the source says “{same[0].words}”")


@cache
def _generic_words() -> re.Pattern[str]:
    words = "|".join(claim_words(language, "generic").pattern for language in LANGUAGES)
    return re.compile(words)


@cache
def _generic_nouns() -> frozenset[str]:
    return frozenset(
        noun(word, language)
        for language in LANGUAGES
        for word in ("people", "persons", "person", "items", "things", "times", "others")
    )


def is_generic(head: str) -> bool:
    """True for a noun that any number of things may be counted by."""
    return head in _generic_nouns() or _generic_words().fullmatch(head) is not None
