"""The part of a run that stands: steps whose output counts, and the step that comes next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sealedbid.content.models import Proposal, Service
from sealedbid.intelligence.models import AgentRun, AgentStep
from sealedbid.intelligence.run.order import AnyStep, Order
from sealedbid.intelligence.run.step import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The attempts that count, by step, and the values that the next step can be given.

    ``next`` is None when every step is done.
    """

    attempts: dict[str, AgentStep]
    values: dict[str, Any]
    next: AnyStep | None


def given_by(
    proposal: Proposal, offers: Sequence[Service], answers: Mapping[str, str], currency: str
) -> dict[str, Any]:
    """The values with which a run begins.

    ``answers`` are those of people about this text of the brief. A service in another currency than
    the proposal's ``currency`` is no offer: sums are never made of two currencies.
    """
    return {
        "text": proposal.brief,
        "client": proposal.client_name,
        "offers": tuple(offer for offer in offers if offer.currency == currency),
        "answers": dict(answers),
        "currency": currency,
    }


def attempts_of(order: Order, run: AgentRun, steps: Sequence[AgentStep]) -> dict[str, AgentStep]:
    """Find the attempts that count, by step, up to the first step without one.

    From the step that a person resumed on, only attempts of the job that resumes count.
    """
    attempts: dict[str, AgentStep] = {}
    is_again = run.resume_from is None
    for step in order:
        is_again = is_again or step.name == run.resume_from
        done = [
            one
            for one in steps
            if one.step == step.name
            and one.status == "done"
            and (one.job_id == run.job_id or not is_again)
        ]
        if not done:
            break
        attempts[step.name] = done[-1]
    return attempts


def standing_of(
    order: Order, run: AgentRun, steps: Sequence[AgentStep], begin: Mapping[str, Any]
) -> Standing:
    """Collect the values that are stored, from the beginning to the first step without an output.

    Each attempt that counts adds the fields of its input that a person changed, and its output; a
    writer's output is read from the run.
    """
    attempts = attempts_of(order, run, steps)
    values = dict(begin)
    for step in order:
        if step.name not in attempts:
            return Standing(attempts=attempts, values=values, next=step)
        done = attempts[step.name]
        values |= done.edits or {}
        values |= (run.cached_writer_output if step.is_writer else done.output) or {}
    return Standing(attempts=attempts, values=values, next=None)


def found_by(step: AnyStep, attempt: AgentStep) -> str:
    """Say in a few words what a finished attempt found."""
    model: type[Stored] = step.output
    return step.found(model.model_validate(attempt.output))


def input_of(step: AnyStep, values: Mapping[str, Any]) -> Stored:
    """The step's input out of stored values; what no step of the order stores has its default.

    Raises pydantic's ValidationError.
    """
    model: type[Stored] = step.input
    return model.model_validate(
        {name: values[name] for name in model.model_fields if name in values}
    )


def digest(given: Stored) -> bytes:
    """The SHA-256 of an input: equal inputs have equal digests, in every process."""
    text = json.dumps(given.model_dump(mode="json"), sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
