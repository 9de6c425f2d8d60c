"""Dollars that a bare "$" may mean: those of the places, taxes and numbers that a text names."""

from __future__ import annotations

import re

from sealedbid.intelligence.brief.values.currencies import currencies, other_currencies
from sealedbid.intelligence.vocabulary.folding import fold

# Places, addresses and registers of one country, over folded text.
PLACES = (
    ("AUD", r"australia\w*|\S{2,60}\.au|abn|acn|nsw|new south wales|queensland|tasmania"
     r"|sydney|melbourne|brisbane|adelaide|canberra|darwin|hobart|a[ecw](?:st|dt)"),
    ("CAD", r"canad(?:a|ian|ians)|\S{2,60}\.ca|ontario|quebec|alberta|manitoba|saskatchewan"
     r"|nova scotia|new brunswick|newfoundland|british columbia|yukon|nunavut"
     r"|toronto|ottawa|montreal|vancouver|calgary|edmonton|winnipeg|qst|gst/[ph]st"
     r"|(?:plus|and|with|excl\w*|incl\w*|before|of|13%|15%) hst"),
    ("NZD", r"new zealand\w*|\S{2,60}\.nz|aotearoa|auckland|wellington city|christchurch|nzbn"
     r"|nz[sd]t"),
    ("SGD", r"singapore\w*|\S{2,60}\.sg"),
    ("HKD", r"hong kong|\S{2,60}\.hk|kowloon"),
)  # fmt: skip
# A tax of that name is levied in four countries with dollars of their own.
TAXED = re.compile(r"(?<![\w/])gst\b")
OF_TAX = ("AUD", "CAD", "NZD", "SGD")
# As it is written: "us" is a word.
UNITED_STATES = re.compile(
    r"\b(?:USA?|U\.S\.(?:A\.)?)(?!\w)|\bUnited States\b|\bAmericans?\b|\b\S{2,60}\.gov\b(?!\.)"
)
ENOUGH = 200_000  # characters that are looked at


def other_dollars(text: str) -> tuple[str, ...]:
    """Codes of other dollars that the text makes likely; none where it says which one it means."""
    folded = fold(text[:ENOUGH])
    named = other_currencies(folded) & currencies().dollars
    if "USD" in named or "us$" in folded or "us dollar" in folded:
        return ()
    if named:
        return tuple(sorted(named))
    placed = tuple(code for code, words in PLACES if _is_said(words, folded))
    if placed or UNITED_STATES.search(text[:ENOUGH]):
        return placed
    return OF_TAX if TAXED.search(folded) else ()


def _is_said(words: str, folded: str) -> bool:
    return re.search(rf"(?<![\w./-])(?:{words})(?![\w-]|\.\w)", folded) is not None
