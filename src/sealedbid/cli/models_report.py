"""Prints models and the outcomes of questions to them."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape

from sealedbid.cli.tables import print_table
from sealedbid.intelligence.export.costs import MICROS, dollars
from sealedbid.intelligence.export.making import WITH_A_MODEL
from sealedbid.intelligence.llm import Spent
from sealedbid.platform.config import Settings
from sealedbid.usecases.operating.models import NamedModel, Trial

COMPOSED = "No model is set: drafts are composed of the organization's own words."
NONE = f"{COMPOSED} {WITH_A_MODEL}"
SHOWN = 24


def print_models(models: list[NamedModel]) -> None:
    """Print a table with a row for each model."""
    if not models:
        Console(highlight=False, soft_wrap=True).print(NONE)
        return
    headings = ("model", "for", "endpoint", "key", "dollars a million tokens in, out")
    print_table(
        headings,
        [(*_first_cells(each), _key(each), _price(each)) for each in models],
        whole=("model",),
    )


def print_trials(trials: list[Trial]) -> None:
    """Print a table with a row for each question."""
    if not trials:
        Console(highlight=False, soft_wrap=True).print(NONE)
        return
    headings = ("model", "for", "endpoint", "seconds", "tokens in, out", "cost", "answer")
    print_table(
        headings,
        [
            (
                *_first_cells(each.model),
                f"{each.seconds:.1f}",
                _tokens(each.spent),
                _cost(each.spent),
                "[red]failed[/red]" if each.error else escape(_shortened(each.said)),
            )
            for each in trials
        ],
        whole=("model",),
    )


def print_errors(trials: list[Trial]) -> int:
    """Print the error of each model that did not answer; returns their number."""
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    failed = [each for each in trials if each.error is not None]
    for each in failed:
        console.print(f"{each.model.reference.name}: {each.error}", markup=False)
    return len(failed)


def say_what_a_model_adds(console: Console, settings: Settings) -> None:
    """Say in a line what a model would add, where none is set."""
    if not settings.model_writer:
        console.print(NONE, style="dim", markup=False, soft_wrap=True)


def _first_cells(model: NamedModel) -> tuple[str, str, str]:
    classes = ", ".join(model.classes)
    work = f"fallback of {classes}" if model.is_fallback else classes
    return escape(model.reference.name), work, escape(model.address)


def _key(model: NamedModel) -> str:
    return escape(str(model.key_path)) if model.key_path.exists() else "none"


def _price(model: NamedModel) -> str:
    if model.price is None:
        return "not set: counted as 0"
    return f"{model.price.tokens_in / MICROS:g}, {model.price.tokens_out / MICROS:g}"


def _tokens(spent: Spent) -> str:
    estimated = " (estimated)" if spent.is_estimated else ""
    return f"{spent.tokens_in}, {spent.tokens_out}{estimated}" if spent.requests else ""


def _cost(spent: Spent) -> str:
    if not spent.requests:
        return ""
    return dollars(spent.cost_micros) if spent.is_priced else "no price"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
