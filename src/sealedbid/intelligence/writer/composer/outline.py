"""The outline of a proposal: the contents that the brief asks for, in its order, else our own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from sealedbid.intelligence.brief import Asked, Brief, Span
from sealedbid.intelligence.shortening import on_one_line

Kind: TypeAlias = Literal[
    "understanding",
    "approach",
    "plan",
    "staffing",
    "people",
    "cases",
    "references",
    "subcontractors",
    "conflicts",
    "price",
    "insurance",
    "terms",
    "warranty",
    "validity",
    "compliance",
    "about",
    "other",
]

# The first pattern that fits decides, so that what is special comes before what is general.
KINDS: tuple[tuple[Kind, str], ...] = (
    ("subcontractors", r"sub-?contract\w*|sub-?consultants?|teaming"),
    ("conflicts", r"conflicts? of interests?"),
    ("insurance", r"insurance|insured"),
    (
        "compliance",
        r"compliance (?:matrix|table)|requirements? matrix|(?:response|answer)s? to each"
        r" requirement|point[- ]by[- ]point",
    ),
    ("references", r"references?\b(?! number)|referees"),
    (
        "cases",
        r"(?:similar|comparable|previous|past|relevant|recent|completed) (?:\w+ )?"
        r"(?:projects?|work|engagements?|contracts?|assignments?)|past performance|case stud\w+"
        r"|portfolio|experience|track record|work samples?|examples of",
    ),
    (
        "staffing",
        r"staff\w* plan|staffing|labou?r categor\w+ (?:and|with)|number of persons"
        r"|level of effort|team structure|organi[sz]ation chart",
    ),
    ("price", r"pric\w+|costs?\b|fees?\b|rates?\b|budget|quote\b|financial (?:offer|proposal)"),
    (
        "people",
        r"key (?:personnel|people|persons?|staff)|people|personnel|team\b|r[eé]sum[eé]s?"
        r"|biograph\w+|cvs?\b|qualifications|who will",
    ),
    ("validity", r"valid\w*"),
    ("warranty", r"warrant\w+|guarantee"),
    ("terms", r"terms|conditions|payment"),
    ("understanding", r"understanding|(?:needs?|wishes|task|brief) as you understand"),
    ("plan", r"plan(?:ning)?\b|schedule|timeline|timetable|milestones?|calendar|work ?plan"),
    ("approach", r"approach|method\w*|technical|solution|how you|process|response to"),
    (
        "about",
        r"about (?:you|the (?:firm|company|bidder))|company (?:profile|overview|background)"
        r"|firm\b|introduction|cover letter|executive summary",
    ),
)
_KINDS = [(kind, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for kind, words in KINDS]
# A special kind whose words hold those of a general one.
_HIDES: dict[Kind, tuple[Kind, ...]] = {
    "staffing": ("plan", "people"),
    "cases": ("people", "about", "references"),
    "compliance": ("approach",),
    "people": ("about",),
    "terms": ("price",),
}
_LEAD = re.compile(
    r"^(?:\W|\d{1,2}[.)]|\(?[a-z]\)|and\b|an?\b|the\b|your\b|their\b|its\b|any\b|brief\b)+\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*(?:[(:;,]|\bwith\b|\bof at least\b|\bof not less\b|\bcompleted\b|\bincluding\b|\bif any\b"
    r"|\bwhich\b|\bthat\b|\bwho\b|\bby a team\b|\bsince\b|\bwithin\b|\bdemonstrating\b|\bfor each\b"
    r"|\bas (?:well|described)\b|\bto be\b|\bno (?:more|longer)\b|\bnot (?:to )?exceed).*$",
    re.IGNORECASE | re.DOTALL,
)
_LISTED = re.compile(
    r",? (?:and|as well as) (?=(?:your|the|an?|our)\b)|, (?=(?:your|the|an?|our)\b)"
)
# Every document has these by itself.
_FRONT_MATTER = re.compile(
    r"(?:cover|title) (?:page|sheet)|(?:table of )?contents|index", re.IGNORECASE
)
LONGEST_HEADING = 70  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A section to be filled. ``asked`` is the brief's sentence for it, empty in our own outline.

    ``kinds`` are all kinds that the sentence names, the heading's first.
    """

    id: str
    kind: Kind
    kinds: tuple[Kind, ...]
    heading: str
    asked: str = ""
    span: Span | None = None


FRONT: tuple[Kind, ...] = ("understanding", "approach")
FEWEST = 3  # sections of our outline that a list of contents names, to be one of a proposal
OWN: tuple[tuple[Kind, str], ...] = (
    ("understanding", "What you asked for"),
    ("approach", "How we work"),
    ("cases", "Comparable work"),
    ("people", "Who you work with"),
    ("price", "Price"),
    ("terms", "Terms"),
)


def outline_of(brief: Brief) -> list[Slot]:
    """The sections in the order and under the headings that the brief asks for, or our own.

    Where the brief lists contents and names no place for its wishes or for the price, these stand
    first and last. A list that names next to nothing of a proposal is filled up from our outline.
    """
    if not brief.contents:
        return [_own(kind, heading) for kind, heading in OWN]
    slots = _asked(brief.contents)
    kinds = {kind for slot in slots for kind in slot.kinds}
    named = kinds & {kind for kind, _ in OWN}
    is_short = len(named) < FEWEST
    before: list[Kind] = [
        kind for kind in FRONT if kind not in kinds and (is_short or not kinds & set(FRONT))
    ]
    after: list[Kind] = ["price"] if "price" not in kinds else []
    if is_short:
        after = [kind for kind, _ in OWN if kind not in named and kind not in before]
    headings = dict(OWN)
    return [
        *(_own(kind, headings[kind]) for kind in before),
        *slots,
        *(_own(kind, headings[kind]) for kind in after),
    ]


def is_by_labor(brief: Brief) -> bool:
    """True if the brief asks for a price by labor category, or for hours by category."""
    asked = [one.text for one in brief.contents]
    sure = [one for one in brief.requirements if not one.doubt]
    asked += [one.text for one in sure if one.kind in ("price", "submission")]
    return any(
        re.search(r"labou?r categor\w+|(?:hourly|labou?r) rates? (?:by|per|for each)", text, re.I)
        for text in asked
    )


def kinds_of(text: str) -> tuple[Kind, ...]:
    """Every kind that a text names, in its order; "other" if it names none."""
    places = [(match.start(), kind) for kind, words in _KINDS if (match := words.search(text))]
    found = [kind for _, kind in sorted(places, key=lambda one: one[0])]
    for kind, others in _HIDES.items():
        if kind in found:
            found = [one for one in found if one not in others]
    return tuple(found) or ("other",)


def heading_of(text: str) -> str:
    """The name of an asked section: its words without article, limits and parentheses."""
    names = [_name(piece) for piece in _pieces(on_one_line(text))]
    names = [name for name in names if name]
    words = f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)
    if len(words) > LONGEST_HEADING:
        words = words[:LONGEST_HEADING].rsplit(" ", 1)[0].strip(" .,;:")
    return words[:1].upper() + words[1:]


def _pieces(text: str) -> list[str]:
    """The parts of a list, "your terms, your insurance and a plan": each has its own article."""
    if "(" in text:
        text = text[: text.index("(")]
    pieces = _LISTED.split(text)
    return pieces if all(len(piece.split()) <= 8 for piece in pieces) else [text]


def _name(text: str) -> str:
    words = _LEAD.sub("", text, count=1)
    return (_TAIL.sub("", words) or words).strip(" .,;:")


def _own(kind: Kind, heading: str) -> Slot:
    return Slot(id=kind, kind=kind, kinds=(kind,), heading=heading)


def _asked(contents: Sequence[Asked]) -> list[Slot]:
    slots: list[Slot] = []
    for one in contents:
        is_list = len(_pieces(on_one_line(one.text))) > 1
        heading = heading_of(one.text) if is_list or not one.heading else one.heading
        if not heading or _FRONT_MATTER.fullmatch(heading):
            continue
        kinds = kinds_of(heading)
        if kinds == ("other",):
            kinds = kinds_of(one.text)[:1]
        taken = [slot.id for slot in slots]
        id = kinds[0] if kinds[0] not in taken else f"{kinds[0]}-{len(slots) + 1}"
        slots.append(
            Slot(id=id, kind=kinds[0], kinds=kinds, heading=heading, asked=one.text, span=one.span)
        )
    return slots
