"""The columns of a price list, by their headings in five languages."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from sealedbid.core.currencies import meant_by

COLUMNS: Final = (
    "name",
    "price",
    "unit",
    "description",
    "billing_period",
    "tax_rate",
    "currency",
)
IGNORED: Final = "ignored"
GROSS: Final = "gross"
_BRACKETS: Final = re.compile(r"[\[\](){}:*.]")
_GLUE: Final = {"in", "en"}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column: its meaning (None: unknown), the currency that it names, and if it has a % sign."""

    written: str
    meaning: str | None
    currencies: tuple[str, ...] = ()
    is_percent: bool = False


def heading_of(written: str) -> Heading:
    """Tell the meaning of a heading."""
    words = plain(_BRACKETS.sub(" ", written.replace("%", " % "))).split()
    is_percent = "%" in words
    words = [word for word in words if word != "%"]
    if is_percent and words and words[-1] in _GLUE:
        words.pop()
    if (meaning := _meanings().get(" ".join(words))) is not None:
        return Heading(written, meaning, (), is_percent)
    currencies: tuple[str, ...] = ()
    kept = []
    for word in words:
        if not currencies and (found := meant_by(word)):
            currencies = found
        else:
            kept.append(word)
    if currencies and kept and kept[-1] in _GLUE:
        kept.pop()
    meaning = _meanings().get(" ".join(kept))
    if currencies and meaning != "price":
        meaning = None
    return Heading(written, meaning, currencies, is_percent)


def billing_period_of(written: str) -> str | None:
    """Tell the billing period that a cell names."""
    return _periods().get(plain(written))


def is_sum(name: str) -> bool:
    """True if a line of this name adds up others, and sells nothing."""
    return plain(name.rstrip(": ")) in _sums()


def plain(text: str) -> str:
    """The text in lower case, without accents, with single spaces."""
    split = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(each for each in split if not unicodedata.combining(each))
    return " ".join(bare.replace("_", " ").replace("ß", "ss").split())


@cache
def _meanings() -> dict[str, str]:
    return _by_word("columns")


@cache
def _periods() -> dict[str, str]:
    return _by_word("billing_periods")


@cache
def _sums() -> dict[str, str]:
    return _by_word("sums")


def _by_word(table: str) -> dict[str, str]:
    words = tomllib.loads(
        (files("sealedbid.content.price_list") / "headings.toml").read_text(encoding="utf-8")
    )
    return {plain(word): meaning for meaning, all_of in words[table].items() for word in all_of}
