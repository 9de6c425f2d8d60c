"""The verbs that oblige, permit and describe, and what behind them changes their meaning."""

from __future__ import annotations

import re

VERBS = re.compile(
    r"""\b(?=[abchimnorsw])(?:
      (?P<none>need\ not|needn't|(?:is|are|be|was|were)\ not\ (?:\w+ly\ )?(?:required|obliged
          |obligated)
        |(?:shall|must|will)\ not\ be\ (?:required|obliged|obligated)|may\ be\ required
            |not\ required)
    | (?P<strong>must|shall|will\ be\ required\ to|will\ (?:need|have)\ to|needs?\ to
        |(?:is|are|be)\ (?:\w+ly\ )?required(?!\ (?:by|under|pursuant)\b))
    | (?P<mild>ha(?:s|ve)\ to)
    | (?P<told>(?:is|are)\ to(?=\ [a-z]))
    | (?P<barred>may\ (?:also\ )?(?:not|only)|cannot|can\ not|can\ only
        |(?:is|are)\ (?:strictly\ )?prohibited\ from)
    | (?P<limit>(?:is|are)\ limited\ to(?=.{0,30}(?:\d|\b(?:one|two|three|four|five|ten)\b)))
    | (?P<refused>(?:(?:may|shall|will|can)\ not\ be|(?:is|are)\ not|are\ never)
        \ (?:allowed|permitted|acceptable))
    | (?P<will>will)
    | (?P<agree>agrees?(?!\ as\ follows)|acknowledges?|certif(?:y|ies)|represents?|warrants?
        |(?:is|are)\ (?:also\ |solely\ |fully\ )?(?:responsible\ for|bound|liable\ for
        |instructed|obliged|obligated|expected|directed))
    | (?P<vital>(?:is|are)\ (?:\w+ly\ )?(?:mandatory|compulsory|obligatory|necessary|essential
        |critical|vital|crucial))
    | (?P<should>should|ought\ to|would\ be\ (?:good|great|nice|helpful|ideal|a\ plus)|could\ also
        |(?:is|are)\ (?:\w+ly\ )?(?:preferred|encouraged|desired|desirable|advised|recommended
            |optional))
    | (?P<may>may|can|might)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "shall" that says what something is or what follows, not what anybody has to do
EFFECT = re.compile(
    r"\s*(?:not |also |generally |then |only )*(?:means?\b|control\b|prevail|govern|supersede"
    r"|have (?:the )?(?:same )?meaning|constitute|disqualify|survive|provide grounds|form the basis"
    r"|be (?:\w+ly )?(?:deemed|construed|interpreted|considered|regarded|treated|final|conclusive"
    r"|grounds|entitled|governed|void|null|binding|apportioned|severable))",
    re.IGNORECASE,
)
JUDGED = re.compile(
    r"\s*(?:not |also |then |only )*be (?:\w+ly )?(?:evaluated|scored|ranked|reviewed|inspected"
    r"|judged"
    r"|rejected|disqualified|excluded|eliminated|disregarded|opened|awarded|selected|invited|assessed)",
    re.IGNORECASE,
)
PASSIVE = re.compile(
    r"\s*(?:not |also |only |then )*be (?:\w+ly )?"
    r"(?!(?:required|expected|prepared|committed)\b)"
    r"(?:\w+ed|given|made|paid|held|sent|taken|shown|chosen|told|kept|done|seen)\b"
    r"|\s*(?:not )?receive\b",
    re.IGNORECASE,
)
MADE = re.compile(
    r"\s*be (?:\w+ly )?(?:conducted|developed|delivered|submitted|provided|performed|completed"
    r"|managed"
    r"|built|written|tested|documented|hosted|designed|produced|maintained|included|carried out)\b",
    re.IGNORECASE,
)
MACHINE = re.compile(
    r"\b(?:systems?|software|(?:web)?sites?|apps?|applications?|platforms?|apis?|solutions?)$",
    re.IGNORECASE,
)
ABLE = re.compile(
    r"\s*(?:not )?(?:be an?|be able|be in|have|include|support|allow|provide|run|use|need|serve"
    r"|work"
    r"|contain|offer|let|enable)\b",
    re.IGNORECASE,
)
EXCEEDS = re.compile(r"\s*(?:exceed|be (?:more|longer|larger|greater|higher) than)", re.IGNORECASE)
# "as many as are necessary", "what is essential": no more than a measure
MEASURED = re.compile(r"\b(?:as|what|whatever|whichever|where)\b[^,]{0,60}$", re.IGNORECASE)
PAGES = re.compile(r".{0,25}\b(?:pages?|words?|characters|slides?|minutes?)\b", re.IGNORECASE)
