"""Parts of a whole: "two of the four", "one visitor in five", "één op de drie"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from sealedbid.intelligence.brief.values.number_words import FILL
from sealedbid.intelligence.brief.values.numerals import NUMERAL, number_of
from sealedbid.intelligence.grounding.values.models import Value

OF = r"\sout\sof(?:\severy)?|\sof|\svon|\sder|\sde(?:\scada)?|\svan|\ssur|\sop|\sje"
THE = r"(?:(?:the|our|your|their|den|de|les|los|las|cada|every|each|unser\w{0,2})\s)?"
PART_OF = re.compile(
    rf"(?P<noun>{FILL}{{0,80}}(?:\s[a-z]+){{0,2}}?)(?P<of>\sin|{OF})\s{THE}"
    rf"(?P<whole>{NUMERAL}){FILL}{{0,80}}"
)
LARGEST_WHOLE = 1000  # of "one in five"
ONE_IN = re.compile(r"\been\sop\s(?:de|elke)\s(?P<whole>\d{1,3})")  # "een" is no number else
APART = (" of", " von", " der", " de", " van", " je")  # "two pages of 20 words" is no part
OF_BEHIND = re.compile(r"\sof\b")
COUNTED = re.compile(
    r"[\s-]?(?:[a-z-]{1,20}\s){0,2}(?!(?:is|was|has|does|this|us|its|as)\b)[a-z]{2,}s\b|\s?[%€$£]|[.,]?\d"
)


def find_parts(text: str, shadow: str, language: str) -> Iterator[Value]:
    """The parts of a whole that begin with a word which is no number elsewhere."""
    for match in ONE_IN.finditer(shadow) if language == "nl" else ():
        yield Value(
            kind="number",
            start=match.start(),
            end=match.start() + 3,
            words=text[match.start() : match.end()],
            number=Decimal(1),
            part_of=match["whole"],
        )


def part_of(shadow: str, end: int, number: Decimal, language: str) -> str:
    """The number of the whole, behind "two of the four" and "one visitor in five"."""
    found = PART_OF.match(shadow, end)
    if found is None:
        return ""
    whole = number_of(found["whole"], language, scaled=False)
    is_in = found["of"] == " in"
    if whole <= (number if is_in else 0) or (is_in and language != "en"):
        return ""
    if found["noun"].strip(f"{FILL} ") and found["of"] in APART:
        return ""
    is_apart = bool(found["noun"].strip(f"{FILL} "))
    if is_in and (
        OF_BEHIND.match(shadow, found.end())
        or whole > LARGEST_WHOLE
        or (is_apart and COUNTED.match(shadow, found.end()))
    ):
        return ""  # "five people in 20 weeks"
    return f"{whole.normalize():f}"
