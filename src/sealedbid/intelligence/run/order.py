"""The order of the steps in each mode."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from sealedbid.intelligence.errors import UnknownStepError
from sealedbid.intelligence.models import RunMode
from sealedbid.intelligence.run import intake, recall, review, strategy, write
from sealedbid.intelligence.run.step import Step

AnyStep: TypeAlias = Step[Any, Any]
Order: TypeAlias = tuple[AnyStep, ...]

ORDERS: dict[RunMode, Order] = {
    "fast": (intake.STEP, recall.STEP, write.STEP, review.STEP),
    "full": (intake.STEP, recall.STEP, strategy.STEP, write.STEP, review.STEP),
}

ASKING: Final[dict[RunMode, str]] = {"full": strategy.STEP.name}
"""By mode, the step before which a run asks what the brief leaves open: what comes is dear."""


def place_of(name: str, order: Order) -> int:
    """The place of the step of that name in the order. Raises UnknownStepError."""
    names = [step.name for step in order]
    if name not in names:
        raise UnknownStepError(name, names)
    return names.index(name)
