"""The extremes of every type, as SQL; an unknown type raises."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

HEAVY: Final = 100_000
"""Bytes; a larger value is written by one writer alone, so that the battery ends."""
HUGE: Final = 190_000_000
"""Bytes that compress to nothing."""
HUGE_NAME: Final = "190 MB"
CHARACTERS: Final = (("one byte", "x", 1), ("four bytes", "\U0001f600", 4), ("U+0001", "\x01", 1))
MARKS: Final = {
    "control characters": "a\x01\t\r\n\x1b[31m\x7f",
    "right-to-left marks": "\u202eabc\u200f\u2067",
    "what markup and formats read": "[/][bold red]%s{0}\\\\'\"<script>",
    "a name of 2 kB": "a" * 2000,
    "a dotted name of 2 kB": "a" + ".a" * 1000,
    "an unknown word": "unknown_word",
    "a word that times know": "infinity",
    "white space": " ",
    "nothing": "",
}
TIMES: Final = (
    "infinity",
    "-infinity",
    "4713-01-01 BC",
    "0001-01-01 BC",
    "0001-01-01",
    "1899-12-31",
    "1900-01-01",
    "2199-12-31",
    "2200-01-01",
    "9999-12-31",
)
INTERVALS: Final = (
    "infinity",
    "-infinity",
    "178000000 years",
    "-178000000 years",
    "100 years",
    "100 years 1 microsecond",
    "2147483647 days",
    "0",
    "-1 second",
)
NUMBERS: Final = ("NaN", "Infinity", "-Infinity", "-0", "0", "-1", "1e131071", "1e-16383", "1e308")
JSON_NUMBERS: Final = ("-0", "1e131071", "-1e131071", "1e-16383", "1.7976931348623157e308", "1e309")


@dataclass(frozen=True, slots=True)
class Value:
    """An expression in SQL, with a name for people; ``weight`` is its size in bytes, roughly."""

    name: str
    sql: str
    weight: int = 0


def quoted(text: str) -> str:
    """A literal of any text."""
    escaped = "".join(c if " " <= c < "\x7f" and c not in "\\'" else _escape(c) for c in text)
    return f"e'{escaped}'"


def _escape(character: str) -> str:
    return f"\\U{ord(character):08x}"


def repeated(character: str, count: int) -> str:
    """An expression for ``count`` repetitions."""
    return f"repeat({quoted(character)}, {count})"


def extremes(
    kind: str, bounds: Iterable[int], lengths: Iterable[int] = (), words: Iterable[str] = ()
) -> list[Value]:
    """Values for a column or an argument of this type, null first.

    ``bounds`` are those of the column in bytes, or a number's distance from zero; ``lengths`` are
    characters that its constraints name; ``words`` are those that they allow.
    """
    base, _, modifier = kind.removesuffix("[]").partition("(")
    bounds = sorted(set(bounds))
    if kind.endswith("[]"):
        found = _arrays(base, bounds)
    elif base in ("text", "character varying"):
        found = _texts(bounds, lengths, words)
    elif base == "jsonb":
        found = _documents(bounds)
    elif base == "bytea":
        found = _bytes(bounds)
    else:
        found = _plain(base, modifier, bounds)
    return [Value("null", f"null::{kind}"), *found]


def huge(kind: str) -> list[Value]:
    """190 MB that compress to nothing, if the type can hold as much."""
    ones = f"repeat(chr(1), {HUGE})"
    by_kind = {
        "text": [ones],
        "bytea": [f"decode(repeat('00', {HUGE}), 'hex')"],
        "jsonb": [
            f"jsonb_build_object('a', {ones})",
            f"to_jsonb({ones})",
            f"jsonb_build_array({ones})",
        ],
        "text[]": [f"array[{ones}]"],
        "jsonb[]": [f"array[to_jsonb({ones})]"],
    }
    return [Value(f"{HUGE_NAME} of {kind}", sql, HUGE) for sql in by_kind.get(kind, [])]


def _texts(bounds: Iterable[int], lengths: Iterable[int], words: Iterable[str]) -> Iterator[Value]:
    for name, character, width in CHARACTERS:
        for bound in bounds:
            for count in (bound // width, bound // width + 1):
                yield Value(f"{count} characters of {name}", repeated(character, count), bound)
        for length in lengths:
            for count in (length, length + 1):
                yield Value(f"{count} characters of {name}", repeated(character, count), count)
    for name, text in MARKS.items():
        yield Value(name, quoted(text))
    for word in words:
        yield Value(f"the word {word}", quoted(word))


def _bytes(bounds: Iterable[int]) -> Iterator[Value]:
    for count in (0, 1, 32, *(bound + more for bound in bounds for more in (0, 1))):
        yield Value(f"{count} bytes", f"decode(repeat('00', {count}), 'hex')", count)


def _documents(bounds: Iterable[int]) -> Iterator[Value]:
    for text in ("null", "{}", "[]", '""', '{"": 1, "a": null}'):
        yield Value(text, f"'{text}'::jsonb")
    for text in ('{"a": "\\ud800"}', '{"a": "\\u0000"}'):
        yield Value(text, f"'{text}'::jsonb")
    for number in JSON_NUMBERS:
        yield Value(number, f"'{number}'::jsonb")
        yield Value(f"an object with {number}", f"'{{\"a\": {number}}}'::jsonb")
    for levels in (100, 101, 10_000):
        arrays = f"repeat('[', {levels}) || repeat(']', {levels})"
        objects = f"repeat('{{\"a\":', {levels}) || '1' || repeat('}}', {levels})"
        yield Value(f"{levels} levels of arrays", f"({arrays})::jsonb")
        yield Value(f"{levels} levels of objects", f"({objects})::jsonb")
    for count in (1000, 1001):
        array = f"(select jsonb_agg(n) from generate_series(1, {count}) n)"
        yield Value(f"an array of {count}", array)
        yield Value(f"an object with an array of {count}", f"jsonb_build_object('a', {array})")
        key = f"jsonb_build_object({repeated('k', count)}, 1)"
        yield Value(f"a key of {count}", key)
    for bound in bounds:
        for name, character, width in (*CHARACTERS[:2], ("U+0001", "\x01", 6)):
            for count in (bound // width - 10, bound // width + 1):
                text = repeated(character, count)
                name_of = f"{count} characters of {name}"
                yield Value(f"an object with {name_of}", f"jsonb_build_object('a', {text})", bound)
                yield Value(f"a string of {name_of}", f"to_jsonb({text})", bound)


def _arrays(element: str, bounds: Iterable[int]) -> Iterator[Value]:
    one = {"text": "'a'::text", "jsonb": "'{}'::jsonb"}.get(element, f"null::{element}")
    yield Value("no elements", f"array[]::{element}[]")
    yield Value("an element that is null", f"array[null]::{element}[]")
    yield Value("two dimensions", f"array[array[{one}], array[{one}]]")
    yield Value("an array from -5 on", f"array_fill({one}, array[1], array[-5])")
    for count in (1000, 1001):
        yield Value(f"{count} elements", f"array_fill({one}, array[{count}])")
        yield Value(f"{count} by 2 elements", f"array_fill({one}, array[{count}, 2])")
    for bound in bounds:
        for name, character, width in (*CHARACTERS[:2], ("U+0001", "\x01", 6)):
            for count in (bound // width // 2, bound // width + 1):
                text = repeated(character, count)
                held = f"to_jsonb({text})" if element == "jsonb" else f"{text}::{element}"
                yield Value(f"an element of {count} characters of {name}", f"array[{held}]", bound)


def _plain(base: str, modifier: str, bounds: Iterable[int]) -> Iterator[Value]:
    bits = {"smallint": 16, "integer": 32, "bigint": 64}.get(base)
    if bits:
        top = 2 ** (bits - 1)
        beyond = [bound + more for bound in bounds for more in (0, 1)]
        for number in (0, -1, top - 1, -top, *beyond, *(-n for n in beyond)):
            yield Value(str(number), f"({number})::{base}")
        return
    texts: dict[str, Iterable[str]] = {
        "numeric": NUMBERS,
        "real": (*NUMBERS[:6], "3.4e38", "1e-45"),
        "double precision": (*NUMBERS[:6], "1.7e308", "5e-324"),
        "timestamp with time zone": (
            *TIMES,
            "294276-12-31 23:59:59.999999",
            "1899-12-31 23:59:59.999999",
            "1900-01-01 00:00+14",
            "2199-12-31 23:59:59.999999",
        ),
        "date": (*TIMES, "5874897-12-31"),
        "daterange": _ranges(),
        "tstzrange": _ranges(),
        "interval": INTERVALS,
        "boolean": ("true", "false"),
        "uuid": ("0" * 32, "f" * 32),
        "inet": ("::", "0.0.0.0/0", "255.255.255.255/8", "::ffff:0:0/96"),
        "bit": ("", "0", "1" * int(re.match(r"\d*", modifier)[0] or 1)),  # type: ignore[index]
    }
    if base == "vector":
        for number in ("3.4e38", "-3.4e38", "1e-45", "0"):
            filled = f"array_fill('{number}'::real, array[1536])::public.vector"
            yield Value(f"1536 times {number}", filled)
        yield Value("one dimension", "'[1]'::public.vector")
        yield Value("16000 dimensions", "array_fill(1::real, array[16000])::public.vector")
    elif base in texts:
        kind = f"{base}({modifier}" if modifier else base
        for text in texts[base]:
            yield Value(text or "nothing", f"{quoted(text)}::{kind}")
    else:
        raise LookupError(f"no extremes are known of the type {base}: add them here")


def _ranges() -> list[str]:
    return [
        "empty",
        "(,)",
        "[1900-01-01,)",
        "(,2000-01-01]",
        "[-infinity,infinity]",
        "[0001-01-01 BC,2000-01-01)",
        "[1900-01-01,2200-01-01)",
        "[1900-01-01,2200-01-02)",
        "[1899-12-31,2000-01-01)",
        "[2000-01-01,9999-12-31)",
    ]
