"""Grounding: a sentence, the sources that it cites, and a verdict that code alone gives."""
