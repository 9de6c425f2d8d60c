"""The client's document as one printable page: no request, no script, its own fonts."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from sealedbid.content.documents import Block, Section, Table
from sealedbid.intelligence.export.cover import cover_rows
from sealedbid.intelligence.export.pieces import pieces
from sealedbid.intelligence.export.prices import counted, rates
from sealedbid.intelligence.export.sources import Sources
from sealedbid.intelligence.presenting import Presented
from sealedbid.intelligence.shortening import printable

# Countries that print on letter paper; all others print on A4.
LETTER = frozenset({"US", "CA", "MX", "CO", "CL", "PH", "VE", "GT", "CR", "PA", "DO", "PR"})
INK = "#16201b"
FONTS = (
    ("Instrument Sans", "instrument-sans.woff2", "400 700"),
    ("Source Serif 4", "source-serif-4.woff2", "200 900"),
)
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


@dataclass(frozen=True, slots=True)
class _Said:
    """A text with the numbers of its sources."""

    text: str
    marks: list[int]


@dataclass(frozen=True, slots=True)
class _Shown:
    """A block in pieces, each with the numbers of its sources."""

    kind: str
    label: str
    pieces: list[_Said]
    table: Table | None


@dataclass(frozen=True, slots=True)
class _Part:
    heading: str
    tables: list[tuple[str, Table]]
    blocks: list[_Shown]


def to_html(shown: Presented) -> str:
    """Write the page. Every text of others is escaped."""
    sources = Sources(shown.citations)
    return str(
        _environment()
        .from_string(_read("proposal.html"))
        .render(
            language=shown.locale.replace("_", "-").split("-")[0],
            title=shown.proposal.title,
            client=shown.proposal.client_name,
            organization=shown.organization,
            cover=cover_rows(shown),
            weights=shown.document.weights,
            sections=[_part(section, shown, sources) for section in shown.document.sections],
            sources=sources.listed(),
            style=Markup(style_of(shown.locale, shown.accent)),
        )
    )


def style_of(locale: str, accent: str) -> str:
    """The style sheet with its fonts, the paper of the country and the organization's colour."""
    colour = accent if _COLOUR.fullmatch(accent) else INK
    light = _contrast(colour, "#ffffff") >= 4.5
    on_brand = "#fff" if light else INK
    text = colour if light else INK
    paper = "letter" if _country(locale) in LETTER else "A4"
    root = (
        f":root{{--brand:{text};--brand-light:{text};--brand-fill:{colour};--on-brand:{on_brand};"
        f"--brand-dark:color-mix(in srgb,{colour} 45%,#fff)}}"
    )
    page = f"@page{{size:{paper};margin:18mm 20mm 18mm 20mm}}"
    return f"{_faces()}{root}{page}{_read('proposal.css')}"


def _part(section: Section, shown: Presented, sources: Sources) -> _Part:
    tables: list[tuple[str, Table]] = []
    if section.id.split("-")[0] == "price":
        table = counted(shown)
        tables = [("", table)] if table is not None else []
        tables += rates(shown)
    return _Part(section.heading, tables, [_block(block, sources) for block in section.blocks])


def _block(block: Block, sources: Sources) -> _Shown:
    said = [_Said(piece.text, sources.of(piece.notes)) for piece in pieces(block)]
    return _Shown(block.kind, block.label, said, block.table)


def _country(locale: str) -> str:
    """The country of a locale, or an empty text where it names none."""
    return next((part for part in locale.replace("-", "_").split("_") if part.isupper()), "")


def _contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG counts it: 1 to 21."""
    first, second = sorted((_luminance(one), _luminance(other)))
    return (second + 0.05) / (first + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1)
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, finalize=_shown)


def _shown(value: object) -> object:
    """A value as the page prints it: a text of others has no signs that nobody sees."""
    return printable(value) if type(value) is str else value


@lru_cache(maxsize=4)
def _read(name: str) -> str:
    return (files("sealedbid.intelligence.export") / "page" / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _faces() -> str:
    """The fonts, embedded: the page asks nobody for anything."""
    folder = files("sealedbid.intelligence.export") / "page" / "fonts"
    rules = []
    for family, name, weights in FONTS:
        data = base64.b64encode((folder / name).read_bytes()).decode("ascii")
        rules.append(
            f'@font-face{{font-family:"{family}";font-weight:{weights};font-display:swap;'
            f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
        )
    return "".join(rules)
