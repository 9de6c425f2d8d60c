"""A proposal out of the organisation's own words, without a model.

Deterministic and extractive: it picks passages, services and quantities; every sentence of
substance is quoted from the brief, from knowledge or from the catalogue, and says where it stands.
"""

from sealedbid.intelligence.composer.compose import compose
from sealedbid.intelligence.composer.models import Answer, Draft, Line, Note, Recall
from sealedbid.intelligence.composer.questions import Ask, questions
from sealedbid.intelligence.composer.review import Finding, review

__all__ = [
    "Answer",
    "Ask",
    "Draft",
    "Finding",
    "Line",
    "Note",
    "Recall",
    "compose",
    "questions",
    "review",
]
