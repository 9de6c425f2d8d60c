"""Placeholders: what a writer left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sealedbid.intelligence.grounding.claims import Claim, Found, hard

OPEN = re.compile(
    r"\{\{[^{}\n]{0,80}\}{0,2}|\{[a-z][\w.]{0,40}\}|\[\s?(?:[A-Z]?\d{1,3}(?:\.\d{1,3})?(?:\s?,\s?[A-Z]?\d{1,3})*|[A-Za-z][^\]\n]{0,80})\](?!\()"
    r"|<(?!https?:)[A-Za-z][^<>\n]{0,60}>|\b(?:TBD|TBC|TODO|FIXME|N\.N\.|XX+|lorem ipsum|t\.b\.d\.|n/a)(?!\w)"
    r"|_{3,}|\?{3,}|\.{4,}|\bK\d{1,3}\b|\u2026\s?\u2026|(?:^|\s)[$€£]?(?:X{1,3}|x{2,3})(?:[.,][Xx]+)*(?=[\s.,%]|$)"
)
SEE = re.compile(
    r"\b(?:see|cf\.|siehe|vgl\.|voir|véase|ver|zie)\s(?:the\s|our\s|our attached\s|attached\s|unsere[nrm]?\s|im\s|l['’]|la\s|el\s|de\s|het\s)?"
    r"(?:appendix|annex|attachment|exhibit|enclos\w+|attached|anhang|anlage|annexe|anexo|bijlage)\w*(?:\s[A-Z0-9]\b)?"
    r"|\b(?:in|as) (?:the |our )?(?:appendix|annex|attachment|exhibit) [A-Z0-9]\b|\bim anhang\b|\bin der anlage\b"
    r"|\bin de bijlage\b|\ben annexe\b|\ben el anexo\b",
    re.IGNORECASE,
)


def check_placeholders(claim: Claim) -> Iterator[Found]:
    """Find open slots, and references to papers that no source names."""
    for match in OPEN.finditer(claim.text.text):
        yield hard("placeholder", match[0], "this is a place that nobody has filled")
    for match in SEE.finditer(claim.text.text):
        if match[0].lower() not in claim.said:
            yield hard("placeholder", match[0], "no source says that there is such a paper")
