"""Placeholders: what a writer left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim
from sealedbid.intelligence.grounding.found import Found, hard

SLOT = r"\{\{[^{}\n]{0,80}\}{0,2}|\{[a-z][\w.]{0,40}\}|<(?!https?:)[A-Za-z][^<>\n]{0,60}>"
ID = r"[A-Z]?\d{1,3}(?:\.\d{1,3})?"
BRACKET = rf"\[\s?(?:{ID}(?:\s?,\s?{ID})*|[A-Za-z][^\]\n]{{0,80}})\](?!\()|\bK\d{{1,3}}\b"
WORDS = r"\b(?:TBD|TBC|TODO|FIXME|N\.N\.|XX+|lorem ipsum|t\.b\.d\.|n/a)(?!\w)"
MARKS = r"_{3,}|\?{3,}|\.{4,}|(?:^|\s)[$€£]?(?:X{1,3}|x{2,3})(?:[.,][Xx]+)*(?=[\s.,%]|$)"
OPEN = re.compile(f"{SLOT}|{BRACKET}|{WORDS}|{MARKS}")
PAPER = (
    r"(?:appendix|annex|attachment|exhibit|enclos\w+|attached|anhang|anlage|annexe|anexo|bijlage"
    r"|figure|abbildung|figura|figuur)"
)
OUR = r"(?:(?:the|our|attached|unsere[nrm]?|im|der|die|l['’]|la|el|de|het)\s?){0,2}"
SEE = re.compile(
    rf"\b(?:see|cf\.|siehe|vgl\.|voir|véase|ver|zie)\s{OUR}{PAPER}\w*(?:\s[A-Z0-9]\b)?"
    r"|\b(?:in|as) (?:the |our )?(?:appendix|annex|attachment|exhibit) [A-Z0-9]\b"
    r"|\bim anhang\b|\bin der anlage\b|\bin de bijlage\b|\ben annexe\b|\ben el anexo\b",
    re.IGNORECASE,
)


def check_placeholders(claim: Claim) -> Iterator[Found]:
    """Find open slots, and references to papers that no source names."""
    for match in OPEN.finditer(claim.text.text):
        yield hard("placeholder", match[0], "this is a place that nobody has filled")
    for match in SEE.finditer(claim.text.text):
        if match[0].lower() not in claim.said:
            yield hard("placeholder", match[0], "no source says that there is such a paper")
