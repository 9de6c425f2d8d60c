"""Turns of phrase that are a rule for the bidder whatever their verb.

"Joint ventures will not be allowed", "without prior approval", "will be considered non-responsive".
"""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.subjects import Side, side, subject

APPROVAL = re.compile(
    r"\b(?:not?|nor|only)\b.{0,120}\b(?:without|prior|with)\b.{0,30}\b(?:approval|consent|permission)\b",
    re.IGNORECASE,
)
ON_THE_BIDDER = re.compile(
    r"\brequires?\b[^.]{0,40}?\bthat (?:the |an? |each |all |any )?", re.IGNORECASE
)
DUTY_OF = re.compile(r"\b(?:is|be) [^.]{0,80}\bresponsibility\b[^.]{0,40}\bto\b", re.IGNORECASE)
ALLOWED = re.compile(
    r"^no\b.{1,200}?\b(?:will|shall|may) be (?:allowed|permitted)\b", re.IGNORECASE
)
NOR = re.compile(r"\bnor (?:may|shall|will) (?:the |any |an? )?", re.IGNORECASE)
CAP = re.compile(r"\bnot[ -]to[ -]exceed (?:US)?[$€£\d]", re.IGNORECASE)
BARRED_OFFER = re.compile(
    r"\b(?:will|shall) (?:be (?:automatically )?(?:rejected|disqualified)"
    r"|be (?:considered|deemed|found) (?:to be )?(?:non-?responsive|non-?compliant)"
    r"|not be considered|result in [^.]{0,80}\b(?:no longer|not) being considered)",
    re.IGNORECASE,
)
# A rule that stands elsewhere was broken: the sentence only says what follows.
BROKEN_RULE = re.compile(
    r"\b(?:late|fail(?:s|ed|ing|ure)?|refus(?:es?|al)|not|exceed(?:s|ing)?|without|otherwise|after)\b",
    re.IGNORECASE,
)
# Without one of these no turn of phrase stands in a sentence: most need not be searched.
HINTS = (
    *("reject", "disqualif", "onsidered", "deemed", "be found", "require", "nor ", "esponsibility"),
    *("xceed", "pproval", "onsent", "ermission", "llowed", "ermitted"),
)


def binds(sentence: str, parties: Parties) -> bool:
    """Whether one of the turns that are a rule for the bidder stands in ``sentence``."""
    if not any(hint in sentence for hint in HINTS):
        return False
    barred = BARRED_OFFER.search(sentence)
    new_rule = barred and BROKEN_RULE.search(sentence[: barred.start()]) is None
    if barred and new_rule and parties.products.search(sentence[: barred.end()]):
        return True
    for turn in (ON_THE_BIDDER, NOR):
        found = turn.search(sentence)
        if found and parties.bidder.match(sentence, found.end()):
            return True
    responsibility = DUTY_OF.search(sentence)
    if responsibility and parties.bidder.search(responsibility[0]):
        return True
    cap = CAP.search(sentence)
    if cap and parties.process.search(sentence[: cap.start()]) is None:
        return True
    approval = APPROVAL.search(sentence) or ALLOWED.search(sentence)
    if approval is None:
        return False
    return side(subject(sentence[: approval.start()]), parties) is not Side.BUYER
