"""A proposal as documents that can be read elsewhere: one for the client, one for the author."""

from sealedbid.intelligence.export.author import author_of, in_short
from sealedbid.intelligence.export.html import to_html
from sealedbid.intelligence.export.making import made_by
from sealedbid.intelligence.export.markdown import to_markdown

__all__ = ["author_of", "in_short", "made_by", "to_html", "to_markdown"]
