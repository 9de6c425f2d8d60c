"""A proposal as Markdown: to be read in a terminal, sent, or turned into something else."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from babel.numbers import format_currency, format_decimal, get_currency_precision

from sealedbid.content.documents import Block, Section
from sealedbid.content.models import LineItem, Requirement
from sealedbid.intelligence.composer.passages import on_one_line, shortened
from sealedbid.intelligence.models import Citation
from sealedbid.intelligence.presenting import Presented

QUOTE, REQUIREMENT = 240, 220  # characters of a quote and of a requirement in a list
STATES = {"answered": "yes", "partial": "in part", "open": "open", "excluded": "does not apply"}
PERIODS = {"once": "", "monthly": " a month", "yearly": " a year"}


def to_markdown(shown: Presented, *, with_author_notes: bool = True) -> str:
    """The whole document; the author's notes come last, so that they are cut off easily."""
    proposal = shown.proposal
    parts = [
        f"# {_plain(proposal.title)}",
        f"Proposal for **{_plain(proposal.client_name)}** by **{_plain(shown.organization)}**",
    ]
    for section in shown.document.sections:
        parts += _section(section, shown)
    if shown.citations:
        parts += ["## Sources", *_sources(shown)]
    if with_author_notes and shown.document.author_notes:
        parts += ["---", "## Before you send this", _AUTHOR]
        parts.append("\n".join(f"- {_plain(note)}" for note in shown.document.author_notes))
    return "\n\n".join(parts) + "\n"


_AUTHOR = (
    "*For you alone: cut this off. The text above was composed of your own words, without a model.*"
)


def _section(section: Section, shown: Presented) -> Iterator[str]:
    yield f"## {_plain(section.heading)}"
    if section.id == "price":
        yield from _prices(shown)
    yield from _blocks(section.blocks)
    if section.id == "requirements":
        yield _requirements(shown)


def _blocks(blocks: list[Block]) -> Iterator[str]:
    items: list[str] = []
    for block in blocks:
        if items and block.kind != "item":
            yield "\n".join(items)
            items = []
        text = _plain(block.text) + _marks(block.notes)
        if block.kind == "item":
            items.append(f"- {text}")
        elif block.kind == "heading":
            yield f"### {_plain(block.text)}"
        elif block.kind == "quote":
            yield f"> {text}"
        else:
            yield text
    if items:
        yield "\n".join(items)


def _marks(notes: list[int]) -> str:
    return "".join(f" [{number}]" for number in notes)


def _prices(shown: Presented) -> Iterator[str]:
    counted = [line for line in shown.lines if line.is_selected]
    rates = [line for line in shown.lines if not line.is_selected]
    if counted:
        rows = ["| | Quantity | Unit price | Amount |", "|---|---:|---:|---:|"]
        rows += [
            f"| {_plain(line.label)} | {_number(line.quantity, shown)} {_plain(line.unit)} "
            f"| {_money(line.unit_price_minor, shown)} "
            f"| {_money(line.net_minor, shown)}{PERIODS[line.billing_period]} |"
            for line in counted
        ]
        yield "\n".join([*rows, *_totals(counted, shown)])
    if rates:
        yield "Rates, for what is counted as it is worked:"
        rows = ["| | Rate |", "|---|---:|"]
        rows += [
            f"| {_plain(line.label)} | {_money(line.unit_price_minor, shown)} "
            f"per {_plain(line.unit)} |"
            for line in rates
        ]
        yield "\n".join(rows)
    if not shown.lines:
        yield "*Nothing of the catalogue fits; prices follow.*"


def _totals(lines: list[LineItem], shown: Presented) -> Iterator[str]:
    net = sum(line.net_minor for line in lines)
    recurs = any(line.billing_period != "once" for line in lines)
    name = "Total, one period of what recurs" if recurs else "Total"
    taxes: dict[Decimal, Decimal] = {}
    for line in lines:
        if line.tax_rate:
            taxes[line.tax_rate] = taxes.get(line.tax_rate, Decimal(0)) + line.net_minor
    if not taxes:
        yield f"| **{name}** | | | **{_money(net, shown)}** |"
        return
    yield f"| Before tax | | | {_money(net, shown)} |"
    total = net
    for rate, base in sorted(taxes.items()):
        tax = int((base * rate).quantize(Decimal(1)))
        total += tax
        yield f"| Tax, {_number(rate * 100, shown)} % | | | {_money(tax, shown)} |"
    yield f"| **{name}** | | | **{_money(total, shown)}** |"


def _requirements(shown: Presented) -> str:
    notes: dict[str, list[Citation]] = {}
    for citation in shown.citations:
        if citation.requirement_id is not None:
            notes.setdefault(str(citation.requirement_id), []).append(citation)
    rows = ["| | Asked | Answered | Where |", "|---|---|---|---|"]
    rows += [
        _requirement(one, notes.get(str(one.id), []), shown)
        for one in shown.requirements
        if one.kind != "submission" or one.answer_state != "open"
    ]
    return "\n".join(rows)


def _requirement(one: Requirement, notes: list[Citation], shown: Presented) -> str:
    marks = _marks([note.number for note in notes]).strip()
    headings = {section.id: section.heading for section in shown.document.sections}
    where = headings.get(one.section_id or "", "")
    if one.section_id == "requirements" and notes:
        where = notes[0].source_title
    answer = STATES[one.answer_state]
    return (
        f"| {_cell(one.ref)} | {_cell(shortened(one.text, REQUIREMENT))} | {answer} "
        f"| {_cell(where)} {marks} |"
    )


def _sources(shown: Presented) -> Iterator[str]:
    """Where every number points. What stands in the text above is not said twice."""
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
        words = "" if text in quoted else f": “{shortened(text, QUOTE)}”"
        lines[citation.number] = f"- [{citation.number}] {_plain(source)}{_plain(words)}"
    if in_brief:
        numbers = ", ".join(f"[{number}]" for number in sorted(set(in_brief)))
        yield f"Word for word in your brief: {numbers}."
    yield "\n".join(lines[number] for number in sorted(lines))


def _money(minor: int, shown: Presented) -> str:
    currency = shown.proposal.currency
    amount = Decimal(minor).scaleb(-get_currency_precision(currency))
    return str(format_currency(amount, currency, locale=shown.locale.replace("-", "_")))


def _number(value: Decimal, shown: Presented) -> str:
    return str(format_decimal(value.normalize(), locale=shown.locale.replace("-", "_")))


def _plain(text: str) -> str:
    """Text that comes from outside, without what Markdown would take for HTML."""
    return on_one_line(text).replace("<", "&lt;")


def _cell(text: str) -> str:
    return _plain(text).replace("|", "\\|")
