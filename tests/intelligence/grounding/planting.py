"""Faults planted in true sentences, one at a time, by kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import islice

from sealedbid.intelligence.grounding.values.reading import find_values

Planting = Iterator[tuple[str, str]]
"""Pairs of the kind of the fault and the sentence that has it."""

NUMBER = re.compile(r"(?<![\w./@:-])\d{1,3}(?:,\d{3})*(?:\.\d+)?(?![\w/@-]|[.:]\w)")
WORDS = "two three four five six seven eight nine ten eleven twelve thirteen nineteen".split()  # noqa: SIM905
MONTHS = "January February March April June July August September October November December".split()  # noqa: SIM905
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905
UNITS = {
    "minutes": "hours", "minute": "hour", "hours": "days", "hour": "day", "days": "weeks",
    "day": "week", "weeks": "months", "week": "month", "months": "years", "month": "year",
    "years": "months", "year": "month", "milliseconds": "seconds", "seconds": "minutes",
    "gallons": "liters", "miles": "kilometers", "tons": "kilograms", "percent": "hours",
}  # fmt: skip
NOUNS = ("orders", "complaints", "invoices", "visitors", "vessels", "letters")
PRODUCTS = {
    "Oracle": "MongoDB", "Python": "Fortran", "PostgreSQL": "Cassandra", "Linux": "Solaris",
    "MySQL": "SQLite", "Apache": "Caddy", "OpenAPI": "GraphQL", "Tesseract": "ABBYY",
}  # fmt: skip
STRANGERS = ("Karen Whitfield", "Tobias Lund", "Marta Solano")
PERSON = re.compile(r"\b[A-Z][a-zü]{2,} (?:de |van )?[A-Z][a-zü]{2,}\b")
AUXILIARY = re.compile(
    r"\b(?:is|are|was|were|can|must|may"
    r"|(?:has|have|had)(?= (?:\w+ed|\w{2,}en|led|run|kept|made|held)\b))\b"
)
COMMITMENTS: tuple[Callable[[str], str], ...] = (
    lambda text: f"We guarantee that {_lower(text)}",
    lambda text: f"We will ensure that {_lower(text)}",
    lambda text: f"{text[:-1]} at no extra cost.",
    lambda text: f"{text[:-1]}, 24/7.",
)
Mutate = Callable[[str, str], Iterator[str]]


def plant(text: str, source: str, others: Mapping[str, str]) -> Planting:
    """Plant faults of all kinds in an English sentence; ``others`` are other clients' names."""
    for kind, mutate in MUTATIONS.items():
        for changed in islice(mutate(text, source), 2):
            if changed != text:
                yield kind, changed
    for mine, other in others.items():
        if mine in text:
            yield "client", text.replace(mine, other, 1)


def _numbers(text: str, source: str) -> Iterator[str]:
    """Another number: of hours, pages, people; not of money, percent or a year."""
    for match in NUMBER.finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        if before.endswith(("$", "€")) or re.match(r"\s?(?:percent|%|dollars|euros)", behind):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", match[0]) or re.match(r" [A-Z][a-z]+ \d{4}", behind):
            continue
        yield f"{before}{_other(match[0], source)}{behind}"
    for word in WORDS:
        found = re.search(rf"(?<![\w-]){word}(?![\w-])(?! dollars)", text, re.IGNORECASE)
        if found is not None:
            other = next(each for each in WORDS if not re.search(rf"\b{each}\b", source, re.I))
            other = other.capitalize() if found[0][0].isupper() else other
            yield f"{text[: found.start()]}{other}{text[found.end() :]}"


def _money(text: str, source: str) -> Iterator[str]:
    for match in re.finditer(
        r"[$€](\d[\d,]*\d|\d)(?![\d.])|\b(\d[\d,]*)(?= (?:dollars|euros))", text
    ):
        place = match.span(1) if match[1] else match.span(2)
        yield text[: place[0]] + _other(text[slice(*place)], source) + text[place[1] :]


def _currency(text: str, source: str) -> Iterator[str]:
    for old, new in (("$", "€"), ("€", "$"), ("dollars", "euros"), ("euros", "dollars")):
        if re.search(rf"{re.escape(old)}\d|\d {old}", text):
            yield text.replace(old, new)


def _percentages(text: str, source: str) -> Iterator[str]:
    for match in re.finditer(r"\b(\d+(?:\.\d+)?)(?=(?: percent|\s?%))", text):
        yield text[: match.start()] + _other(match[1], source) + text[match.end() :]


def _dates(text: str, source: str) -> Iterator[str]:
    for match in re.finditer(r"\b(?:19|20)\d\d\b", text):
        other = next(str(y) for y in (2019, 2027, 1998, 2031, 2008) if str(y) not in source)
        yield text[: match.start()] + other + text[match.end() :]
    for names in (MONTHS, DAYS):
        for name in names:
            if re.search(rf"\b{name}\b", text):
                other = next(each for each in names if each not in source)
                yield re.sub(rf"\b{name}\b", other, text, count=1)


def _units(text: str, source: str) -> Iterator[str]:
    for old, new in UNITS.items():
        pattern = rf"(?<=[\d\w])(?<!each)(?<!the)(?<!last) {old}\b"
        for match in re.finditer(pattern, text):
            before = text[: match.start()].split()[-1].lower().rstrip("s")
            is_there = f"{before} {new}" in text
            if not is_there and (NUMBER.fullmatch(before) or before in WORDS):
                yield f"{text[: match.start()]} {new}{text[match.end() :]}"


def _nouns(text: str, source: str) -> Iterator[str]:
    counted = rf"\b({NUMBER.pattern}|{'|'.join(WORDS)}) ([a-z]{{4,}}s)\b(?! of (?:the )?\d)"
    for match in re.finditer(counted, text):
        if re.match(r" (?:hours|days)", text[match.end() :]):
            continue  # "four business hours"
        if match[2] not in UNITS and match[2] not in ("dollars", "euros", "times"):
            other = next(each for each in NOUNS if each not in source)
            yield text[: match.start(2)] + other + text[match.end(2) :]


def _bounds(text: str, source: str) -> Iterator[str]:
    """Another bound: one that the source does not have."""
    for match in NUMBER.finditer(text):
        before = text[: match.start()]
        if re.search(
            r"(?:least|most|to|than|about|over|under|within|[$€,]|of|[A-Z]\w+)\s?$", before
        ):
            continue
        if re.fullmatch(r"(?:19|20)\d\d", match[0]) or re.match(
            r" [A-Z]|\.\d| [ap]\.m", text[match.end() :]
        ):
            continue
        yield f"{before}more than {text[match.start() :]}"
        yield f"{before}at least {text[match.start() :]}"


def _lost_bounds(text: str, source: str) -> Iterator[str]:
    for bound in ("up to ", "at most ", "no more than "):
        if bound in text:
            yield text.replace(bound, "", 1)


def _people(text: str, source: str) -> Iterator[str]:
    """Another person, with the whole name or the first name alone."""
    match = re.search(
        r"\b([A-Z][a-z]+) ([A-Z][a-z]+)(?= (?:is|has|led|holds|writes|built|runs|was))", text
    )
    if match:
        yield text.replace(match[0], STRANGERS[0], 1)
        yield text.replace(match[1], "Gwendolyn", 1)


def _products(text: str, source: str) -> Iterator[str]:
    for old, new in PRODUCTS.items():
        if re.search(rf"\b{old}\b", text):
            yield re.sub(rf"\b{old}\b", new, text, count=1)


def _certificates(text: str, source: str) -> Iterator[str]:
    match = re.search(r"\b(?:The|Our|the|our) (?=[a-z]+ (?:is|are|was|were|has)\b)", text)
    if match:
        yield f"{text[: match.end()]}ISO 27001-certified {text[match.end() :]}"


def _commitments(text: str, source: str) -> Iterator[str]:
    if re.search(r"\b(?:will|guarantee|ensure|free|cost|included|covers?)\b", source):
        return
    for promise in COMMITMENTS[len(text) % 2 :: 2]:
        yield promise(text)


def _negations(text: str, source: str) -> Iterator[str]:
    match = AUXILIARY.search(text)
    if match and not re.search(
        r"\b(?:not|no|never|nobody|without|none|only|nothing)\b", text, re.I
    ):
        yield f"{text[: match.end()]} not{text[match.end() :]}"
    for old, new in ((" not ", " "), (" never ", " "), (" no ", " "), ("without", "with")):
        if text.count(old) == 1 and not re.search(r"\b(?:nor|neither|none|nothing|unless)\b", text):
            yield text.replace(old, new, 1)


def _placeholders(text: str, source: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        yield f"{text[: match.start()]}[Insert number]{text[match.end() :]}"
        yield f"{text[: match.start()]}{{{{value}}}}{text[match.end() :]}"


def _conditions(text: str, source: str) -> Iterator[str]:
    for match in re.finditer(
        r",? (?:unless|except|only if|only when|only after|provided that) [^,.;]+", text
    ):
        if len(text[: match.start()].split()) > 3:
            yield f"{text[: match.start()]}."


def _strengths(text: str, source: str) -> Iterator[str]:
    match = re.search(r"\b(?:is|are)\b", text)
    if match and "always" not in source:
        yield f"{text[: match.end()]} always{text[match.end() :]}"


def _roles(text: str, source: str) -> Iterator[str]:
    for old, new in (
        ("is the deputy for the", "is the"), ("takes part in", "leads"), ("took part in", "led"),
        ("helped", "led"), ("assisted", "directed"), ("advises", "manages"), ("supported", "led"),
    ):  # fmt: skip
        if old in text:
            yield text.replace(old, new, 1)


MUTATIONS: dict[str, Mutate] = {
    "number": _numbers, "money": _money, "currency": _currency, "percentage": _percentages,
    "date": _dates, "unit": _units, "noun": _nouns, "bound": _bounds, "lost bound": _lost_bounds,
    "name": _people, "product": _products, "certificate": _certificates,
    "commitment": _commitments, "negation": _negations, "placeholder": _placeholders,
    "condition": _conditions, "strength": _strengths, "role": _roles,
}  # fmt: skip


def _other(number: str, source: str) -> str:
    """A number like the one given that the source does not have, written alike."""
    value = float(number.replace(",", ""))
    for step in (1.1, 1.3, 0.7, 2, 3, 7):
        changed = value * step + (1 if value < 10 else 0)
        written = f"{changed:,.1f}" if "." in number else f"{changed:,.0f}"
        is_said = any(float(one.number) == round(changed, 1) for one in find_values(source, "en"))
        if written not in source and written != number and not is_said:
            return written
    return f"{value + 17:,.0f}"


def _lower(text: str) -> str:
    first = text.split()[0]
    keep = first.isupper() or (len(text.split()) > 1 and text.split()[1][:1].isupper())
    return text if keep else text[0].lower() + text[1:]
