"""The part of a run that stands: steps whose output counts, and the step that comes next."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sealedbid.content.models import Proposal, Service
from sealedbid.intelligence.models import AgentRun, AgentStep
from sealedbid.intelligence.run.asked import DraftPayload
from sealedbid.intelligence.run.editing import base_of, still_standing
from sealedbid.intelligence.run.order import AnyStep, Order
from sealedbid.intelligence.run.step import Stored


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The attempts that count, by step, and the values that the next step can be given.

    ``next`` is None when every step is done; ``edits`` are fields of its input that a person put
    in the place of values that are still the same. ``newly_written`` is the output of a writer's
    attempt that did not count before.
    """

    attempts: dict[str, AgentStep]
    values: dict[str, Any]
    next: AnyStep | None
    edits: dict[str, Any] = field(default_factory=dict)
    newly_written: dict[str, Any] | None = None


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
    """Find the attempts that counted when the run was looked at last, by step, in their order."""
    counting = {one.step: one for one in steps if one.id in run.stands_on}
    return {step.name: counting[step.name] for step in order if step.name in counting}


def standing_of(
    order: Order, run: AgentRun, steps: Sequence[AgentStep], begin: Mapping[str, Any]
) -> Standing:
    """Collect the values that are stored, from the beginning to the first step without an output.

    An attempt counts if it was given what its step would be given now. Before the step that a
    person resumed the run from, those count that counted before, whatever they were given; from it
    on, those of the job that resumes. Each that counts adds the fields of its input that a person
    changed, and its output.
    """
    counting = attempts_of(order, run, steps)
    attempts: dict[str, AgentStep] = {}
    values = dict(begin)
    written: dict[str, Any] | None = None
    edits: dict[str, Any] = {}
    is_before = run.resume_from is not None
    for step in order:
        is_before = is_before and step.name != run.resume_from
        done = [one for one in steps if one.step == step.name and one.status == "done"]
        if is_before:
            found = counting.get(step.name)
        else:
            may_count = [one for one in done if _may_count(one, run)]
            found, edits = _matching(step, values, may_count, hand_of(run))
        if found is None:
            return Standing(
                attempts=attempts, values=values, next=step, edits=edits, newly_written=written
            )
        attempts[step.name] = found
        if step.is_writer and found.id not in run.stands_on:
            written = found.output
        values |= added_by(step, found, run)
    return Standing(attempts=attempts, values=values, next=None, newly_written=written)


def _may_count(attempt: AgentStep, run: AgentRun) -> bool:
    """True unless a person wants it done again, or a limit has cut it and another job comes."""
    if attempt.job_id == run.job_id:
        return True
    return run.resume_from is None and attempt.error is None


def _matching(
    step: AnyStep, values: Mapping[str, Any], done: Sequence[AgentStep], hand: str
) -> tuple[AgentStep | None, dict[str, Any]]:
    """The newest attempt with the input that the step would be given now.

    If there is none, the edits of the newest that still stand.
    """
    base = base_of(input_of(step, values))
    for attempt in reversed(done):
        edits = still_standing(attempt, base)
        given = input_of(step, {**values, **edits}) if edits else base
        if digest(step, given, hand) == attempt.input_sha256:
            return attempt, {}
    return None, still_standing(done[-1], base) if done else {}


def added_by(step: AnyStep, attempt: AgentStep, run: AgentRun) -> dict[str, Any]:
    """The values that an attempt adds to those before it.

    The output of a writer whose attempt counts is read from the run.
    """
    is_kept = step.is_writer and attempt.id in run.stands_on
    output = run.cached_writer_output if is_kept else attempt.output
    return {**(attempt.edits or {}), **(output or {})}


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


def hand_of(by: AgentRun | DraftPayload) -> str:
    """The writer and the model that are asked for, as a part of digests."""
    return f"{by.writer} {by.model or ''}"


def digest(step: AnyStep, given: Stored | Mapping[str, Any], hand: str) -> bytes:
    """The SHA-256 of an input, as a model or as JSON: equal ones have the same in every process.

    Of a step that asks models, ``hand`` counts too.
    """
    fields = given.model_dump(mode="json") if isinstance(given, Stored) else given
    told = {name: value for name, value in fields.items() if name not in step.beside}
    if step.asks_models:
        told = {"input": told, "hand": hand}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).digest()
