"""The request alone: what a client says is no proof of what we are, do or charge."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sealedbid.intelligence.grounding.checks.names import has_name
from sealedbid.intelligence.grounding.claims import NOTHING, Cited, Claim
from sealedbid.intelligence.grounding.found import Found, hard
from sealedbid.intelligence.grounding.phrases import acts, asks_for, demands, offers
from sealedbid.intelligence.grounding.text.clauses import Clause
from sealedbid.intelligence.grounding.text.names import Name
from sealedbid.intelligence.grounding.text.voice import voice
from sealedbid.intelligence.grounding.text.words import stems
from sealedbid.intelligence.grounding.values.comparing import compare
from sealedbid.intelligence.grounding.values.generic import is_generic
from sealedbid.intelligence.grounding.values.models import Value

_ADDRESS = re.compile(r"https?://\S{1,200}|\b(?:javascript|data|mailto):\S")
_QUOTED = re.compile(r"[“„«\"]([^“”„»\"]{1,400})[”“»\"]")
AND = re.compile(r"[ ](?:and|und|et|y|e|en)[ ]")
WHY = "only the request says this, and no source of ours"
FEWEST, MOSTLY, HALF = 2, 0.34, 0.5  # stems of a piece; shares that our sources and the brief have
ASKED = frozenset({"brief", "computed"})
"""Sources that are none of ours: what code made of rows says nothing more of us."""
WHEN = frozenset({"date", "clock", "money"})  # what a client sets: days, hours, budgets
DEMANDED = "the request demands it, and nobody says that it is so"
SUMS = frozenset({"money", "percentage"})


def check_asked(claim: Claim) -> Iterator[Found]:
    """Find a sentence about us, or a sum of our offer, that stands on the brief alone."""
    of = {one.source.of for one in claim.cited}
    if "brief" not in of:
        return
    yield from _of_us(claim)
    yield from _demanded(claim)
    text, language = claim.text.folded, claim.text.language
    if not of <= ASKED or asks_for(text, language):
        return
    if found := _ADDRESS.search(text) or acts(text, language):
        yield hard("commitment", found[0], WHY)
    elif (sum := offers(text, language)) and _has_sums(claim):
        yield hard("money", sum, "only the request says this, and no row of the offer")


def _of_us(claim: Claim) -> Iterator[Found]:
    """Find what clauses about us say in words that the brief alone has."""
    language = claim.text.language
    for clause in claim.text.clauses:
        bearing = [one for one in claim.bearing(clause) if one.source.of != "computed"]
        if len(bearing) == len(claim.cited) or any(one.source.of == "brief" for one in bearing):
            continue
        said = claim.text.folded[clause.start : clause.end]
        if not bearing and (ours := voice(language, "we").search(said)):
            yield hard("commitment", ours[0], WHY)
        if any(one.text.language != language for one in bearing):
            continue
        ours_say = NOTHING.union(*(one.text.stems for one in bearing))
        asked = NOTHING.union(*(c.text.stems for c in claim.cited if c.source.of == "brief"))
        for piece in AND.split(said):
            mine = frozenset(stems(piece, language)) - claim.named
            few = len(mine & ours_say) < MOSTLY * len(mine)
            if len(mine) >= FEWEST and few and len(mine & asked) >= HALF * len(mine):
                yield hard("commitment", piece, WHY)


def _demanded(claim: Claim) -> Iterator[Found]:
    """Values and names that the brief demands and nobody confirms, told as if they were so."""
    language = claim.text.language
    sure = [one for one in claim.cited if one.source.of not in ASKED]
    if asks_for(claim.text.folded, language) or any(one.is_yes for one in sure):
        return
    briefs = [one for one in claim.cited if one.source.of == "brief"]
    values = [value for one in sure for value in one.text.values]
    quoted = _quoted(claim, briefs)
    for draft in claim.text.values:
        if any(start <= draft.start < end for start, end in quoted):
            continue
        if draft.kind in WHEN or not compare(draft, values, is_generic).difference:
            continue
        having = [one for one in briefs if _places(draft, one)]
        if having and all(_is_demand(_places(draft, one), one) for one in having):
            yield hard("commitment", draft.words, DEMANDED)
    for name in claim.text.names:
        if any(start <= name.start < end for start, end in quoted):
            continue
        if name.opens or name.doubtful or all(word in claim.known for word in name.words):
            continue
        having = [] if any(has_name(name, one) for one in sure) else briefs
        having = [one for one in having if has_name(name, one)]
        if having and all(_is_demand(_named(name, one), one) for one in having):
            yield hard("commitment", name.written, DEMANDED)


def _quoted(claim: Claim, briefs: Sequence[Cited]) -> list[tuple[int, int]]:
    """The places of words that the sentence quotes from the brief, in quotation marks."""
    return [
        found.span()
        for found in _QUOTED.finditer(claim.text.folded)
        if any(found[1].strip() in one.text.folded for one in briefs)
    ]


def _places(draft: Value, one: Cited) -> list[Clause]:
    """The clauses of a source that have the value."""
    return [
        place
        for value in one.text.values
        if not compare(draft, [value], is_generic).difference
        and (place := one.text.clause_at(value.start)) is not None
    ]


def _named(name: Name, one: Cited) -> list[Clause]:
    """The clauses of a source that have a word of the name."""
    return [
        place
        for place in one.text.clauses
        if any(word in one.text.folded[place.start : place.end] for word in name.words)
    ]


def _is_demand(places: list[Clause], one: Cited) -> bool:
    """True if a duty stands in or before each of the clauses, in its sentence."""
    return bool(places) and all(
        demands(one.text.folded[_start(place, one) : place.end], one.text.language)
        for place in places
    )


def _start(place: Clause, one: Cited) -> int:
    return min(each.start for each in one.text.clauses if each.sentence == place.sentence)


def _has_sums(claim: Claim) -> bool:
    """True if a sum of the sentence is none that code made of rows."""
    made = [v for one in claim.cited if one.source.of == "computed" for v in one.text.values]
    return any(
        value.kind in SUMS and not any(value.number == one.number for one in made)
        for value in claim.text.values
    )
