"""The author is told which model wrote, and what it took; a client is not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sealedbid.content.author import Author
from sealedbid.intelligence.export import author_of, made_by, to_html, to_markdown
from sealedbid.intelligence.export.costs import dollars, spent_words
from sealedbid.intelligence.models import DraftMade
from sealedbid.intelligence.presenting import Presented
from sealedbid.platform import rows
from tests.intelligence.presented import shown

HINT = "docs/how-to/use-your-own-model.md"


def drafted(made: DraftMade | None, *, by: str = "model:big_one") -> Presented:
    """A proposal with an author's part, by that writer."""
    one = shown([])
    document = one.document.model_copy(update={"author": Author(bid=["x"]), "composed_by": by})
    return replace(one, document=document, made=made)


def made(*models: str, tokens: int = 12_345, micros: int = 120_000, free: str = "") -> DraftMade:
    return DraftMade(
        mode="fast",
        models=list(models),
        unpriced=free.split(),
        tokens=tokens,
        cost_micros=micros,
    )


@pytest.mark.parametrize(
    ("micros", "written"),
    [
        (0, "$0.00"),
        (1, "$0.000001"),
        (240, "$0.00024"),
        (9_999, "$0.009999"),
        (10_000, "$0.01"),
        (119_999, "$0.12"),
        (1_234_567_890, "$1,234.57"),
    ],
)
def test_money_is_written_to_the_cent_and_below_it_exactly(micros: int, written: str) -> None:
    assert dollars(micros) == written


def test_tokens_without_a_price_are_not_called_free() -> None:
    assert spent_words(1, 0) == "1 token, no price is set"
    assert spent_words(12_345, 0) == "12,345 tokens, no price is set"
    assert spent_words(0, 0) == "0 tokens"


def test_a_draft_by_a_model_names_it_with_tokens_and_cost() -> None:
    assert made_by(drafted(made("big_one"))) == ("Written by big_one (fast), 12,345 tokens, $0.12.")


def test_other_models_are_named_and_so_are_those_without_a_price() -> None:
    assert made_by(drafted(made("small", "big_one", free="small"))) == (
        "Written by big_one with small (fast), 12,345 tokens, $0.12, and no price is set for small."
    )
    assert made_by(drafted(made("big_one", micros=0, free="big_one"))) == (
        "Written by big_one (fast), 12,345 tokens, no price is set."
    )


def test_a_draft_that_was_composed_after_a_model_was_asked_says_so() -> None:
    assert made_by(drafted(made("big_one"), by="composer")) == (
        "Composed of the organization's own words, after big_one was asked (fast), "
        "12,345 tokens, $0.12."
    )


def test_a_limit_that_ended_the_models_part_is_told() -> None:
    one = rows.replace(made("big_one"), limit="The run has reached its limit: the rest is by rules")
    assert made_by(drafted(one)).endswith(
        "$0.12. The run has reached its limit: the rest is by rules."
    )
    nothing = rows.replace(one, models=[], tokens=0, cost_micros=0)
    assert made_by(drafted(nothing, by="composer")).startswith(
        "Composed of the organization's own words, after a model was asked (fast), 0 tokens. The"
    )


def test_the_authors_document_says_it_and_the_clients_do_not() -> None:
    one = drafted(made("big_one"))
    author = author_of(one)
    assert "*Written by big_one (fast), 12,345 tokens, $0.12.*" in author
    assert HINT not in author
    for document in (to_markdown(one), to_html(one)):
        assert "big_one" not in document
        assert "12,345" not in document


def test_a_composed_draft_says_once_what_a_model_would_add() -> None:
    one = drafted(made(tokens=0, micros=0), by="composer")
    assert made_by(one) == ""
    assert author_of(one).count(HINT) == 1
    assert HINT not in to_markdown(one) + to_html(one)


def test_a_draft_of_no_run_says_nothing_of_models() -> None:
    one = drafted(None, by="composer")
    assert made_by(one) == ""
    assert HINT not in author_of(one)
