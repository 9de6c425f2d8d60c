"""Candidate values for a column, those with the marker first."""

from __future__ import annotations

import hashlib
import random
import re
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from psycopg.types.json import Jsonb

from sealedbid.isolation.catalog import Check, Column

OMIT: Final = object()  # leave the column out: its default or null is used

_TEXT = ("text", "character varying", "character", "citext", "name")
_JSON = ("jsonb", "json")
_INTEGER = ("smallint", "integer", "bigint")
_SAMPLES = ("sample", "a@example.org", "EUR", "en", "UTC", "sample.name", "https://example.org")
_SHORT = ("x", "0" * 64, "1.0")
_LITERAL = re.compile(r"(?P<operator>[!~]+\*?\s*)?'(?P<text>(?:[^']|'')*)'")
_NUMBER = re.compile(r"(?<![\w'.])-?\d+(?:\.\d+)?(?![\w'])")


def candidates(column: Column, checks: Iterable[Check], marker: str) -> list[Any]:
    """Values to try for a column, in order; each call returns new ones, so that keys stay unique.

    A column of text or JSON gets the marker wherever its constraints allow it.
    """
    kind, _, modifier = column.type.removesuffix("[]").partition("(")
    limit = int(re.match(r"\d*", modifier)[0] or 0) if modifier else 0  # type: ignore[index]
    telling = [OMIT] if column.is_optional else []
    if kind in _TEXT:
        telling = _marked_texts(marker, column, limit) + telling
        rest: list[Any] = [*_literals(checks), *_SAMPLES, *_SHORT]
    elif kind in _JSON:
        canary = [{"canary": marker}, [marker], [{"canary": marker}], marker]
        telling = [Jsonb(value) for value in canary] + telling
        rest = [Jsonb({}), Jsonb([])]
    else:
        rest = list(column.labels) or _plain(kind, limit, marker)
        rest += _numbers(checks) if kind in (*_INTEGER, "numeric") else []
    if column.type.endswith("[]"):
        telling = [value if value is OMIT else [value] for value in telling]
        rest = [*([value] for value in rest), []]
    return telling + rest + ([] if column.not_null else [None])


def _marked_texts(marker: str, column: Column, limit: int) -> list[Any]:
    number = random.randrange(1000, 30000)
    texts = [
        f"{marker} {column.name} {number}",
        f"{marker}{number}",
        f"{marker}.{number}@example.org",
        f"https://{marker}.example.org/{number}",
    ]
    return [text for text in texts if not limit or len(text) <= limit]


def _literals(checks: Iterable[Check]) -> list[str]:
    """The words in constraints, such as the allowed states; not their patterns."""
    return [
        match["text"].replace("''", "'")
        for check in checks
        for match in _LITERAL.finditer(check.definition)
        if not match["operator"] and match["text"]
    ]


def _numbers(checks: Iterable[Check]) -> list[int | float]:
    """The numbers in constraints, which are mostly allowed values themselves."""
    found = (_NUMBER.findall(check.definition) for check in checks)
    return [float(text) if "." in text else int(text) for group in found for text in group]


def _plain(kind: str, limit: int, marker: str) -> list[Any]:
    """Values of types without words. Those written as text are parsed by the server."""
    now = datetime.now(UTC)
    number = random.randrange(1000, 30000)
    by_kind: dict[str, list[Any]] = {
        "uuid": [uuid.uuid4()],
        "boolean": [False, True],
        "numeric": [1, 0, 0.5, number],
        "real": [1.0, 0.0, 0.5],
        "double precision": [1.0, 0.0, 0.5],
        # a day ahead and more: nothing ends while the test runs
        "timestamp with time zone": [
            now + timedelta(days=1, seconds=number),
            now - timedelta(days=1),
        ],
        "timestamp without time zone": ["2030-01-01", "2020-01-01"],
        "date": [(now + timedelta(days=number % 999)).date(), "2020-01-01"],
        "time without time zone": ["12:00"],
        "interval": ["1 hour", "0"],
        "bytea": [marker.encode(), hashlib.sha256(uuid.uuid4().bytes).digest(), b"x" * 64, b""],
        "inet": ["192.0.2.1"],
        "cidr": ["192.0.2.0/24"],
        "tsvector": [marker],
        "vector": [f"[{','.join(['0.1'] * (limit or 3))}]"],
        "halfvec": [f"[{','.join(['0.1'] * (limit or 3))}]"],
        "bit": ["01"[number % 2] * (limit or 1)],
        "tstzrange": [f"[{now + timedelta(days=number):%F},{now + timedelta(days=number + 1):%F})"],
        "daterange": [f"[{now + timedelta(days=number):%F},{now + timedelta(days=number + 1):%F})"],
    }
    if kind in _INTEGER:
        return [number, 1, 0, 2, 100]
    return by_kind.get(kind, [])
