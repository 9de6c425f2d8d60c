"""Reads a brief (a request for proposals, a client's three lines) by rules, without any model.

The same text always gives the same reading, and every finding says where in the text it stands.
"""

from sealedbid.intelligence.brief.models import (
    Asked,
    Budget,
    DateFound,
    Passage,
    Quantity,
    Requirement,
    RequirementKind,
    Span,
)
from sealedbid.intelligence.brief.reading import read_brief
from sealedbid.intelligence.brief.result import Brief

__all__ = [
    "Asked",
    "Brief",
    "Budget",
    "DateFound",
    "Passage",
    "Quantity",
    "Requirement",
    "RequirementKind",
    "Span",
    "read_brief",
]
