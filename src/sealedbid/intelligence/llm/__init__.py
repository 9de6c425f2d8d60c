"""Models that write, decide and embed, behind one port. Importing it imports no vendor's code."""

from sealedbid.intelligence.llm.counting import Meter
from sealedbid.intelligence.llm.limits import Limit
from sealedbid.intelligence.llm.models import Answer, ModelClass, Prompt, Spent, Structured, Vectors
from sealedbid.intelligence.llm.opening import Models, run_limit
from sealedbid.intelligence.llm.protocol import Model, Stream

__all__ = [
    "Answer",
    "Limit",
    "Meter",
    "Model",
    "ModelClass",
    "Models",
    "Prompt",
    "Spent",
    "Stream",
    "Structured",
    "Vectors",
    "run_limit",
]
