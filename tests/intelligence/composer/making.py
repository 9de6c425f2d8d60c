"""Assignments for the composer, made of a brief's text, pages and services, without a database."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from operator import mul
from uuid import NAMESPACE_URL, uuid5

from sealedbid.content.author import Author
from sealedbid.content.documents import Block
from sealedbid.content.models import BillingPeriod, Service
from sealedbid.intelligence.asking.answers import with_answers
from sealedbid.intelligence.brief import Brief, read_brief
from sealedbid.intelligence.embedding import Embedder, open_embedder
from sealedbid.intelligence.knowledge.chunking import chunk
from sealedbid.intelligence.models import Match
from sealedbid.intelligence.writer import Assignment, Draft, Recall
from sealedbid.intelligence.writer.composer import compose
from sealedbid.intelligence.writer.doubts import doubts
from sealedbid.intelligence.writer.questions import questions, wishes_of
from sealedbid.intelligence.writer.sources import shown_beside, shown_whole
from sealedbid.platform import rows
from sealedbid.usecases.knowledge import content_type_of

TODAY = date(2026, 11, 27)


@lru_cache(maxsize=1)
def embedder() -> Embedder:
    """The embedder of all tests here; opened once."""
    return open_embedder()


def service(
    name: str,
    price: int,
    unit: str = "project",
    *,
    description: str = "",
    currency: str = "EUR",
    period: BillingPeriod = "once",
    tax: str = "0",
) -> Service:
    """A service of the price list, in minor units."""
    return Service(
        id=uuid5(NAMESPACE_URL, name),
        name=name,
        description=description,
        unit=unit,
        unit_price_minor=price,
        currency=currency,
        billing_period=period,
        tax_rate=Decimal(tax),
        active=True,
        lock_version=0,
        updated_at=datetime(2026, 1, 1, tzinfo=UTC),
    )


def assign(
    text: str,
    *,
    pages: Mapping[str, str] | None = None,
    offers: Sequence[Service] = (),
    answers: Mapping[str, str] | None = None,
    today: date = TODAY,
    currency: str = "EUR",
    locale: str = "en",
    client: str = "The Library",
) -> Assignment:
    """Read the brief, and recall pages by their path: "policies/access.md" is a policy."""
    brief = read_brief(text, today=today)
    brief = replace(brief, facts=with_answers(brief.facts, answers or {}))
    return Assignment(
        text=text,
        brief=brief,
        client=client,
        recall=_recall(brief, pages or {}, offers),
        offers=tuple(offers),
        answers=dict(answers or {}),
        today=today,
        currency=currency,
        locale=locale,
    )


def draft(text: str, **given: object) -> Draft:
    """Compose a draft; the arguments are those of ``assign``."""
    return compose(assign(text, **given))  # type: ignore[arg-type]


def author(one: Draft) -> Author:
    """The author's document of a draft."""
    assert one.document.author is not None
    return one.document.author


def printed(one: Draft) -> str:
    """All words that the client reads outside the price table."""
    blocks = [block for section in one.document.sections for block in section.blocks]
    return "\n".join([one.title, *(_words(block) for block in blocks)])


def total(one: Draft) -> int | None:
    """The sum of counted lines before tax; None where nothing is counted."""
    counted = [line for line in one.lines if line.is_counted]
    return sum(line.net_minor for line in counted) if counted else None


def keys(one: Draft) -> list[str]:
    """The keys of the questions."""
    return [question.key for question in one.questions]


def _words(block: Block) -> str:
    cells = [cell for row in block.table.rows for cell in row] if block.table else []
    return " ".join([block.label, block.text, *cells])


def _recall(brief: Brief, pages: Mapping[str, str], offers: Sequence[Service]) -> Recall:
    by, asks = embedder(), questions(brief)
    passages = [match for path, text in pages.items() for match in _passages(path, text)]
    texts = [ask.text for ask in asks] + [f"{one.name}. {one.description}" for one in offers]
    texts += [f"{match.heading}\n{match.content_text}" for match in passages]
    vectors = by.embed(texts)
    asked = vectors[: len(asks)]
    offered = vectors[len(asks) : len(asks) + len(offers)]
    known = list(zip(passages, vectors[len(asks) + len(offers) :], strict=True))
    matches: list[Match] = []
    for ask, vector in zip(asks, asked, strict=True):
        near = [
            rows.replace(match, key=ask.key, similarity=near, score=near)
            for match, other in known
            if match.content_type in ask.types
            for near in [sum(map(mul, vector, other))]
        ]
        matches += sorted(near, key=lambda match: -match.score)[: ask.limit]
    whole, beside = shown_whole(matches), shown_beside(matches)
    wanted = {ask.key for ask in wishes_of(asks)}
    wishes = [vector for ask, vector in zip(asks, asked, strict=True) if ask.key in wanted]
    return Recall(
        is_semantic=by.is_semantic,
        matches=tuple(matches),
        whole=tuple(match for match in passages if match.source_id in whole),
        pages=tuple(match for match in passages if match.source_id in beside),
        offers={
            str(one.id): [sum(map(mul, vector, wish)) for wish in wishes]
            for one, vector in zip(offers, offered, strict=True)
        },
        doubts=doubts(
            [match for match in passages if match.content_type == "internal"],
            roles=[one.name for one in offers],
        ),
    )


def _passages(path: str, text: str) -> list[Match]:
    title = text.strip().splitlines()[0].lstrip("# ").strip()
    source_id = uuid5(NAMESPACE_URL, path)
    by = embedder()
    cut = chunk(text, lambda piece: by.count_tokens(piece) <= by.max_tokens, title=title)
    return [
        Match(
            key="",
            id=uuid5(source_id, str(number)),
            source_id=source_id,
            source_title=title,
            chunk_no=number,
            content_type=content_type_of(path),
            heading=one.heading,
            content_text=one.content,
            similarity=0.0,
            score=0.0,
        )
        for number, one in enumerate(cut, 1)
    ]
