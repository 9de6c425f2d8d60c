"""A proposal as a document that can be read elsewhere."""

from sealedbid.intelligence.export.markdown import to_markdown

__all__ = ["to_markdown"]
