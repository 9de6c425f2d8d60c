"""The sources of a proposal as a Markdown list, by their numbers."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.intelligence.export.escaping import plain
from sealedbid.intelligence.presenting import Presented
from sealedbid.intelligence.shortening import on_one_line, shortened

LONGEST = 240  # characters of a quote


def source_list(shown: Presented) -> Iterator[str]:
    """Yield the source of every number. Quotes that the text above has are not repeated."""
    quoted = " ".join(block.text for section in shown.document.sections for block in section.blocks)
    in_brief: list[int] = []
    lines: dict[int, str] = {}
    for citation in shown.citations:
        text = on_one_line(citation.quote)
        if citation.source_kind == "brief" and text in quoted:
            in_brief.append(citation.number)
            continue
        place = citation.heading.removeprefix(citation.source_title).strip(" >")
        source = f"{citation.source_title}, {place}" if place else citation.source_title
        words = "" if text in quoted else f": “{shortened(text, LONGEST)}”"
        lines[citation.number] = f"- [{citation.number}] {plain(source)}{plain(words)}"
    if in_brief:
        numbers = ", ".join(f"[{number}]" for number in sorted(set(in_brief)))
        yield f"Word for word in your brief: {numbers}."
    yield "\n".join(lines[number] for number in sorted(lines))
