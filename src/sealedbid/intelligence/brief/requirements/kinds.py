"""What a requirement is about, by its words and, where they do not say, by its heading's."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import get_args

from sealedbid.intelligence.brief.models import RequirementKind

# Each word votes for its kind; the order decides between equals.
WORDS: dict[RequirementKind, str] = {
    "price": r"pric\w+|costs?|rates?|fees?|invoices?|billings?|billed|budget\w*|travel|payments?"
    r"|discounts?|reimburs\w+|currency",
    "staffing": r"personnel|staff\w*|r[eé]sum[eé]s?|cvs?|team|labor categor\w+|project manager"
    r"|technical lead|subcontract\w+|substitut\w+|letters? of intent|skill\w*|key persons?",
    "experience": r"experience\w*|references?|portfolio|case stud\w+|past performance|examples?"
    r"|similar projects?|qualifications|projects must have",
    "submission": r"submi\w+|quotations?|proposals?|offers?|bids?|tenders?|page limit\w*"
    r"|cover page|signed"
    r"|deadline|e-?mail\w*|questions?|attachments?|format\w*|procurement officer|presentations?",
    "legal": r"compl(?:y|ies|iance)|laws?|regulations?|insur\w+|indemnif\w+|confidential\w*"
    r"|licen[sc]e\w*|certif\w+|liab\w+|warrant\w*|agree\w*|protests?|conflicts? of interest"
    r"|disclos\w+|claims?|article|clauses?|gdpr|hipaa|nda|terms|discriminat\w+|taxes|breach\w*"
    r"|statutory",
    "delivery": r"deliver\w*|software|code|website|site|system|design\w*|test\w*|documentation"
    r"|users?"
    r"|api|data|sprints?|build\w*|develop\w*|migrat\w+|launch\w*|live|pages load|training",
}
WORD = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in WORDS.items())})\b", re.IGNORECASE
)


# What the papers themselves must be; what is in them votes for other kinds.
PAPERS = re.compile(
    r"^(?:the |your |each |all |an? )?(?:proposals?|quotations?|quotes?|responses?|bids?|offers?"
    r"|tenders?|submissions?)\b[^.;:]{0,40}\b(?:shall|must|should|will)\b[^.;:]{0,30}"
    r"\b(?:contain|include|exceed|consist|state|longer than|received|submitted|sent|valid)\b",
    re.IGNORECASE,
)


def kind_of(text: str, heading: str) -> RequirementKind:
    """The kind that most words of ``text`` vote for, its heading's words counting half."""
    if PAPERS.match(text):
        return "submission"
    counts: Counter[str] = Counter()
    for weight, words in ((2, text), (1, heading)):
        for kind, _ in _votes(words):
            counts[kind] += weight
    best = max(get_args(RequirementKind), key=lambda kind: counts[kind])
    found: RequirementKind = best if counts[best] else "delivery"
    return found


@lru_cache(maxsize=256)
def _votes(text: str) -> frozenset[tuple[str, str]]:
    """Each different word of ``text`` that votes, with the kind it votes for."""
    return frozenset((each.lastgroup or "", each[0].lower()) for each in WORD.finditer(text))
