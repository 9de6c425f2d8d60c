"""Drafts as the client gets them, and the signs of what a page or a terminal would obey."""

from __future__ import annotations

import re
from uuid import NAMESPACE_URL, uuid5

from markdown_it import MarkdownIt

from sealedbid.content.models import LineItem
from sealedbid.intelligence.export import to_html, to_markdown
from sealedbid.intelligence.models import Citation
from sealedbid.intelligence.presenting import Presented
from sealedbid.intelligence.writer import Draft, Line, Note
from tests.intelligence.injections.reading import Case
from tests.intelligence.presented import shown

# Tags of the page's own template and its style; every other one came in a text.
_TAG = re.compile(
    r"<(?:img|script|iframe|object|embed|form|input|svg|a(?! href=\"#)|link|meta http|base)\b", re.I
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_ACTIVE = {"image", "link_open", "html_inline", "html_block", "code_inline", "fence"}


def documents(draft: Draft) -> tuple[str, str]:
    """The client's document as Markdown and as a page."""
    one = _presented(draft)
    return to_markdown(one), to_html(one)


def said(draft: Draft, case: Case) -> list[str]:
    """The words of ``never`` that the client would read, in either document."""
    markdown, page = documents(draft)
    texts = [_plain(markdown), page[page.index("<body") :].lower()]
    return [words for words in case.never if any(words.lower() in text for text in texts)]


def active(draft: Draft) -> list[str]:
    """The signs in either document that are more than text: pictures, links, tags, codes."""
    markdown, page = documents(draft)
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    kinds = {each.type for token in tokens for each in (token, *(token.children or []))}
    found = sorted(kinds & _ACTIVE)
    body = page[page.index("<body") :]
    found += [match[0] for match in _TAG.finditer(body)]
    return found + [repr(match[0]) for match in _CONTROL.finditer(markdown + body)]


def _plain(markdown: str) -> str:
    return re.sub(r"\\([^\w\s])", r"\1", markdown).lower()


def _presented(draft: Draft) -> Presented:
    return shown(
        [_item(place, line) for place, line in enumerate(draft.lines, 1)],
        organization="Osier Studio",
        locale="en-IE",
        document=draft.document,
        citations=[_citation(note) for note in draft.notes],
    )


def _item(place: int, line: Line) -> LineItem:
    return LineItem(
        id=uuid5(NAMESPACE_URL, str(place)),
        service_id=line.service_id,
        label=line.label,
        description=line.description,
        option_group=None,
        is_optional=not line.is_counted,
        is_selected=line.is_counted,
        quantity=line.quantity,
        unit=line.unit,
        unit_price_minor=line.unit_price_minor,
        discount=line.tax_rate * 0,
        tax_rate=line.tax_rate,
        billing_period=line.billing_period,
        net_minor=line.net_minor,
        position=place,
    )


def _citation(note: Note) -> Citation:
    return Citation(
        id=uuid5(NAMESPACE_URL, str(note.number)),
        section_id=note.section_id,
        number=note.number,
        source_kind=note.source_kind,
        quote=note.quote,
        source_title=note.source_title,
        heading=note.heading,
        org_brain_id=note.org_brain_id,
        service_id=note.service_id,
        requirement_id=None,
        position=note.position,
        score=note.score,
        verdict=note.verdict,
    )
