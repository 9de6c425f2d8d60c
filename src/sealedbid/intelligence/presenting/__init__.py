"""Presenting: a proposal with all that belongs to it, and its sentences with their passages."""

from sealedbid.intelligence.presenting.sentences import SentenceShown, present_sentences
from sealedbid.intelligence.presenting.whole import Presented, present

__all__ = ["Presented", "SentenceShown", "present", "present_sentences"]
