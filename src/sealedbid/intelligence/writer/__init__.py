"""Writers: a proposal out of a brief and what the organization knows."""

from sealedbid.intelligence.writer.models import Answer, Draft, Line, Note, Recall
from sealedbid.intelligence.writer.opening import WRITERS, open_writer
from sealedbid.intelligence.writer.protocol import Assignment, Writer, Written

__all__ = [
    "WRITERS",
    "Answer",
    "Assignment",
    "Draft",
    "Line",
    "Note",
    "Recall",
    "Writer",
    "Written",
    "open_writer",
]
