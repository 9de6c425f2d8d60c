"""Facts that are words: the language and the currency of the answer, how to hand it in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from sealedbid.intelligence.brief.facts.cues import cue
from sealedbid.intelligence.brief.facts.lines import Line
from sealedbid.intelligence.brief.facts.models import Alternative, Fact
from sealedbid.intelligence.brief.facts.values import Words
from sealedbid.intelligence.brief.language import table_of_languages
from sealedbid.intelligence.brief.values.currencies import currencies
from sealedbid.intelligence.vocabulary.calendar_words import either

PRICED = re.compile(
    r"\b(?:prices?|priced|quoted?|fees?|rates?|amounts|costs?|currency|preise?n?|wahrung|prix|monnaie"
    r"|devise|precios?|moneda|prijzen|valuta|budgets?)\b"
)
IN = r"\b(?:in|en|auf)\s(?:the\s|der\s|langue\s|het\s|idioma\s)?"
MOST_SUBMISSIONS = 4


def stated_rules(found: Sequence[Line], language: str) -> Iterator[Fact]:
    """Language, currency and submission, as far as sentences state them."""
    yield from _language(found, language)
    yield from _currency(found)
    yield from _submission(found, language)


def _language(found: Sequence[Line], language: str) -> Iterator[Fact]:
    pattern, codes = _languages()
    answer = cue(language, "counts", "answer")
    must = cue(language, "language", "must")
    seen: dict[str, Alternative] = {}
    for line in found:
        match = pattern.search(line.folded)
        told = line.label.strip(" :|").startswith(
            ("language", "sprache", "langue", "idioma", "taal")
        )
        label = _label_language(line) if told else None
        if label:
            seen.setdefault(label, Alternative(value=Words(text=label), quote=line.piece.span))
        elif match and answer.search(line.folded) and must.search(line.folded):
            code = codes[match["name"]]
            quote = line.span(*match.span())
            seen.setdefault(code, Alternative(value=Words(text=code), quote=quote))
    yield from _one_of("language", seen, "more than one language is named for the answer")


def _label_language(line: Line) -> str | None:
    _, codes = _languages()
    return next((code for name, code in codes.items() if name in line.folded.split()), None)


def _currency(found: Sequence[Line]) -> Iterator[Fact]:
    pattern = _in_currency()
    seen: dict[str, Alternative] = {}
    for line in found:
        match = pattern.search(line.folded)
        if match and (PRICED.search(line.folded) or PRICED.search(line.label)):
            code = currencies().code(match["currency"])
            seen.setdefault(
                code, Alternative(value=Words(text=code), quote=line.span(*match.span()))
            )
    yield from _one_of("currency", seen, "more than one currency is named for prices")


def _submission(found: Sequence[Line], language: str) -> Iterator[Fact]:
    how = cue(language, "submission", "how")
    reply = cue(language, "dates", "reply")
    questions = cue(language, "dates", "questions")
    number = 0
    for line in found:
        if line.piece.kind == "heading" or len(line.folded) > 600:
            continue
        if how.search(line.folded) is None or reply.search(line.folded) is None:
            continue
        if questions.search(line.folded[:60]):
            continue
        number += 1
        if number > MOST_SUBMISSIONS:
            return
        text = " ".join(line.piece.text.split())
        yield Fact(
            key="submission" if number == 1 else f"submission.{number}",
            kind="submission",
            value=Words(text=text),
            quote=line.piece.span,
            sure=True,
        )


def _one_of(kind: str, seen: dict[str, Alternative], reason: str) -> Iterator[Fact]:
    if not seen:
        return
    first, *rest = seen.values()
    yield Fact.model_validate(
        {
            "key": kind,
            "kind": kind,
            "value": first.value,
            "quote": first.quote,
            "sure": not rest,
            "reason": reason if rest else "",
            "alternatives": tuple(rest),
        }
    )


@cache
def _languages() -> tuple[re.Pattern[str], dict[str, str]]:
    names: dict[str, list[str]] = table_of_languages()["names"]
    codes = {word: code for code, words in names.items() for word in words}
    return re.compile(rf"{IN}(?P<name>{either(codes)})\b"), codes


@cache
def _in_currency() -> re.Pattern[str]:
    known = currencies()
    names = either([*known.names, *(code.lower() for code in known.codes)])
    return re.compile(rf"\bin\s(?:local\s)?(?P<currency>{names}|[€£])(?!\w)(?!\s?\d)")
