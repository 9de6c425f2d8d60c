"""Subjects: the client that a page tells of, whose names and numbers are of that page alone."""

from __future__ import annotations

import re
from typing import Final

from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.shortening import on_one_line

OF_CLIENTS: Final[frozenset[ContentType]] = frozenset({"case_study", "past_proposal"})
_LAST = re.compile(
    r"(?:,\s|\s[-–—|]\s|:\s|\sfor\s|\sfür\s|\spour\s|\spara\s|\svoor\s)(?P<client>[^,–—|:]+)$"
)


def subject_of(match: Match) -> str:
    """The client that a passage tells of; empty for a page that is about no client."""
    return client_of(match.source_title) if match.content_type in OF_CLIENTS else ""


def client_of(title: str) -> str:
    """The client in the title of a case: what stands last, if it is written as a name."""
    found = _LAST.search(on_one_line(title))
    client = found["client"].strip(" .") if found else ""
    words = client.split()
    named = [word for word in words if word[:1].isupper()]
    return client if words and words[0][:1].isupper() and len(named) * 2 >= len(words) else ""
