"""Turns of phrase that are a rule for the bidder whatever their verb.

"Joint ventures will not be allowed", "without prior approval", "will be considered non-responsive".
"""

from __future__ import annotations

from sealedbid.intelligence.brief.requirements.parties import Parties
from sealedbid.intelligence.brief.requirements.subjects import Side, side, subject
from sealedbid.intelligence.brief.requirements.words import Words


def binds(sentence: str, parties: Parties, words: Words) -> bool:
    """True if one of the turns that are a rule for the bidder stands in ``sentence``."""
    if not any(hint in sentence for hint in words.hints):
        return False
    barred = words["turns.barred_offer"].search(sentence)
    new_rule = barred and words["turns.broken_rule"].search(sentence[: barred.start()]) is None
    if barred and new_rule and parties.products.search(sentence[: barred.end()]):
        return True
    only = words["turns.only"].search(sentence)
    if only and parties.products.search(only[0]):
        return True
    refuses = words["turns.refuses"].search(sentence)
    if refuses and parties.products.search(refuses[0]):
        return words["turns.broken_rule"].search(sentence[refuses.end() :]) is None
    for turn in ("turns.on_the_bidder", "turns.nor"):
        found = words[turn].search(sentence)
        if found and parties.bidder.match(sentence, found.end()):
            return True
    responsibility = words["turns.duty_of"].search(sentence)
    if responsibility and parties.bidder.search(responsibility[0]):
        return True
    cap = words["turns.cap"].search(sentence)
    if cap and parties.process.search(sentence[: cap.start()]) is None:
        return True
    approval = words["turns.approval"].search(sentence) or words["turns.allowed"].search(sentence)
    if approval is None:
        return False
    return side(subject(sentence[: approval.start()], words), parties, words) is not Side.BUYER
