"""Writers: a proposal out of a brief and what the organization knows."""

from sealedbid.intelligence.writer.models import Answer, Draft, Line, Note, Recall
from sealedbid.intelligence.writer.opening import WRITERS, open_writer
from sealedbid.intelligence.writer.protocol import (
    Ask,
    Assignment,
    Telling,
    Writer,
    Written,
    say_nothing,
)

__all__ = [
    "WRITERS",
    "Answer",
    "Ask",
    "Assignment",
    "Draft",
    "Line",
    "Note",
    "Recall",
    "Telling",
    "Writer",
    "Written",
    "open_writer",
    "say_nothing",
]
