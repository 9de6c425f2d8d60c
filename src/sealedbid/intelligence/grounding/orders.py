"""Texts that speak to a program: orders to a writer or a reviewer, plain or in disguise.

What was found is data, and no rule of ours depends on this: sums come out of rows, a yes from a
person, a verdict from sources. But such a passage is nothing that a client should read.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import html
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from sealedbid.intelligence.vocabulary.folding import UNSEEN, fold
from sealedbid.intelligence.vocabulary.loading import LANGUAGES, vocabulary

MOST = 20_000  # characters of a text that are read; a passage has fewer
_CODED = re.compile(r"(?<![\w+/])[A-Za-z0-9+/]{24,4000}={0,2}(?![\w+/])")
_LIKELY = re.compile(r"instruct|ignore|rules|system|prompt|confirm|price|requirement", re.I)
_HEX = re.compile(r"\b(?:[0-9a-fA-F]{2}){12,2000}\b")
_MIXED = re.compile(r"\b(?=\w{0,20}[a-zA-Z])(?=\w{0,20}[013457@$])[\w@$]{3,20}\b")
_DIGITS = str.maketrans("013457@$", "oieastas")
_SPACED = re.compile(r"(?<!\w)(?:\w\s{1,2}){5,200}\w(?!\w)")
# Letters of Greek and Cyrillic that look like ours.
_ALIKE = str.maketrans(
    "аеорсухіјѕһԁԛԝьгкмтнвАЕОРСУХІЈЅВКМНТαοερνυικτχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijshdqwbrkmthbAEOPCYXIJSBKMHTaoepvuiktxABEZHIKMNOPTYX",
)


@lru_cache(maxsize=4_096)
def order_in(text: str) -> str:
    """Return the words with which a text speaks to a program; empty if it does not."""
    pattern = _pattern()
    for reading in _readings(text[:MOST]):
        if found := pattern.search(fold_lines(reading)):
            return " ".join(found[0].split())
    return ""


def fold_lines(text: str) -> str:
    """Fold the text and keep its lines, at whose beginning some marks stand."""
    return "\n".join(fold(line) for line in text.split("\n"))


def _readings(text: str) -> Iterator[str]:
    """The text as it stands, and as somebody could have meant it."""
    yield text
    plain = unicodedata.normalize("NFKC", html.unescape(UNSEEN.sub("", text)))
    if plain != text:
        yield plain
    if not plain.isascii() and (alike := plain.translate(_ALIKE)) != plain:
        yield alike
    if _SPACED.search(plain):
        yield _SPACED.sub(lambda found: _joined(found[0]), plain)
    for found in _CODED.finditer(plain):
        if decoded := _decoded(found[0]):
            yield decoded
    for found in _HEX.finditer(plain):
        yield bytes.fromhex(found[0]).decode("ascii", "ignore")
    if _MIXED.search(plain):
        yield _MIXED.sub(lambda found: found[0].translate(_DIGITS), plain)
    for turned in (codecs.encode(plain, "rot13"), plain[::-1]):
        if _LIKELY.search(turned):  # any text can be turned, and hardly one says anything then
            yield turned


def _joined(text: str) -> str:
    """Letters with a space between them as words: two spaces part these."""
    return " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text))


def _decoded(text: str) -> str:
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return ""
    return found if found.isprintable() else ""


@cache
def _pattern() -> re.Pattern[str]:
    place = files("sealedbid.intelligence.vocabulary") / "orders.toml"
    general = tomllib.loads(place.read_text(encoding="utf-8"))
    lists = [general["marks"], general["elsewhere"]]
    lists += [vocabulary(language, "orders")["orders"] for language in LANGUAGES]
    return re.compile("|".join(one for words in lists for one in words), re.MULTILINE)
