"""The day by which a page wants to be read again, as the page itself says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from sealedbid.intelligence.knowledge.days import DAY, day_of
from sealedbid.intelligence.knowledge.markdown import FRONT_MATTER

# Keys of front matter, with their words joined by _.
KEYS = frozenset(
    {"review_by", "review_date", "review_on", "review_due", "next_review"}
    | {"valid_until", "valid_to", "expires", "expires_on"}
    | {"expiry", "expiry_date", "expiration_date"}
)
KEY = re.compile(
    r"^(?P<key>[\w -]{1,40}?)[ \t]*:[ \t]*(?P<value>[^\s#][^\r\n#]{0,60})", re.MULTILINE
)
MARKS = r"[> \t*_|:#(\[-]"
WIDE = 60  # characters of a line that prose may fill
WRAPPED = re.compile(rf"^.{{{WIDE - 10},}}[^.!?:|*_)\s]\s*$")
WRAPPED = re.compile(r"[^\n]{50}[^\n.!?:|*_)\s][ \t]*\n\Z")  # the end of a line that goes on
LOOKS_LIKE_A_DAY = re.compile(r"\d[./-]\d|\b\d{4}\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A review date; ``unread`` are words in the place of one that fix no day, as "03/04/2027"."""

    by: date | None = None
    unread: str = ""


def find_review(text: str) -> Review:
    """Find the review date in front matter, else the earliest on a line of its own.

    "Review by 1 October 2026", "*Gültig bis 31.12.2026*": the label begins the line, or follows a
    comma on one about the last review, and the day ends it.
    """
    matter = FRONT_MATTER.match(text)
    said = list(_in_front_matter(matter["yaml"]) if matter else ()) or list(_on_lines(text))
    days = [day for words in said if (day := day_of(words))]
    unread = [words for words in said if day_of(words) is None]
    if days:
        return Review(by=min(days))
    return Review(unread=unread[0] if unread else "")


def _in_front_matter(yaml: str) -> Iterator[str]:
    for entry in KEY.finditer(yaml):
        if re.sub(r"[ -]", "_", entry["key"].lower()) in KEYS:
            yield entry["value"].strip().strip("\"'")


def _on_lines(text: str) -> Iterator[str]:
    for found in _line().finditer(text):
        if WRAPPED.search(text, max(0, found.start() - 60), found.start()):
            continue  # the line is the rest of a sentence
        words = found["day"].strip(" \t.*_|)]")
        if re.fullmatch(DAY, words) or LOOKS_LIKE_A_DAY.search(words):
            yield words


@cache
def _line() -> re.Pattern[str]:
    """A line that is a label and a day; labels are those of ``review_labels.txt``."""
    given = files("sealedbid.intelligence.knowledge").joinpath("review_labels.txt")
    lines = given.read_text(encoding="utf-8").splitlines()
    labels = [each for each in lines if each and not each.startswith("#")]
    labels.sort(key=len, reverse=True)  # "next review on" before "next review"
    first = "|".join(re.escape(each.removeprefix("... ")) for each in labels)
    later = "|".join(re.escape(each[4:]) for each in labels if each.startswith("... "))
    return re.compile(
        rf"^{MARKS}{{0,12}}(?:(?:{first})|[^\n]{{1,80}}?[,;|·–—(][ \t*_]{{0,4}}(?:{later}))"
        rf"\b{MARKS}{{0,12}}(?P<day>[^\n]{{6,30}})$",
        re.MULTILINE | re.IGNORECASE,
    )
