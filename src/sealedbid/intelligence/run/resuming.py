"""Resuming a run: a person names a step, and changes its input if they like, or names none.

The steps before it are neither run nor paid again; that step and those after it run again, as new
attempts. Without a step, what was given the same as it would be given now stays as it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from pydantic import ValidationError

from sealedbid.content.models import Proposal
from sealedbid.content.repository import proposal_versions, proposals
from sealedbid.intelligence.errors import (
    BriefChangedError,
    InputRefusedError,
    NotADraftError,
    StepNotReachedError,
)
from sealedbid.intelligence.models import AgentRun
from sealedbid.intelligence.repository import agent_runs, agent_steps
from sealedbid.intelligence.run.asked import DraftPayload, Resumption
from sealedbid.intelligence.run.beginning import begin_with
from sealedbid.intelligence.run.order import ORDERS, place_of
from sealedbid.intelligence.run.standing import (
    added_by,
    attempts_of,
    digest,
    hand_of,
    input_of,
)
from sealedbid.intelligence.run.step import Stored
from sealedbid.platform.postgres import Transaction

BRIEF = "text"  # the input that is the proposal's own, and no step's output
MOST = 900_000  # bytes of the fields that a person changed, as a job can carry them


async def input_now(tx: Transaction, run_id: UUID, step: str) -> Stored | None:
    """Return what the step would be given now, or None if there is no such run.

    Raises UnknownStepError, StepNotReachedError.
    """
    run = await agent_runs.get(tx, run_id)
    proposal = await proposals.get(tx, run.proposal_id) if run is not None else None
    if run is None or proposal is None:
        return None
    return (await _given(tx, run, proposal, step))[1]


async def prepare(
    tx: Transaction,
    run_id: UUID,
    step: str | None = None,
    edits: Mapping[str, Any] | None = None,
    *,
    writer: str | None = None,
    model: str | None = None,
) -> DraftPayload | None:
    """Make the payload of the job that resumes the run, or None if there is no such run.

    Without a ``step`` the run goes on with what has another input by now, or no output; what is
    open is left open. ``edits`` has fields of the step's input; those left out, or left alone, stay
    as they are. What a person has written into the proposal is kept as a version. The run keeps its
    writer and its model, unless a ``writer`` is given. Raises UnknownStepError,
    StepNotReachedError, NotADraftError, BriefChangedError, InputRefusedError.
    """
    run = await agent_runs.get(tx, run_id)
    proposal = await proposals.get(tx, run.proposal_id) if run is not None else None
    if run is None or proposal is None:
        return None
    payload = DraftPayload(
        proposal_id=proposal.id,
        lock_version=proposal.lock_version,
        mode=run.mode,
        writer=writer or run.writer,
        model=model if writer else model or run.model,
        asks=False,
        resumption=Resumption(run_id=run.id, step=step),
    )
    if step is not None:
        return await _from_step(tx, run, proposal, payload, step, edits or {})
    if edits:
        raise InputRefusedError("Name the step of which this is the input.")
    if proposal.status != "draft":
        raise NotADraftError(proposal.status)
    await proposal_versions.freeze_edits(tx, proposal.id)
    return payload


async def _from_step(
    tx: Transaction,
    run: AgentRun,
    proposal: Proposal,
    payload: DraftPayload,
    step: str,
    edits: Mapping[str, Any],
) -> DraftPayload:
    """Check the input of a step as a person has changed it, and put it into the payload."""
    first = ORDERS[run.mode][0]
    values, given = await _given(tx, run, proposal, step)
    if proposal.status != "draft":
        raise NotADraftError(proposal.status)
    changed = changed_fields(given, edits)
    if BRIEF in changed and step != first.name:
        raise InputRefusedError(f"{BRIEF}: the brief is read first: resume from {first.name}.")
    if step != first.name:
        read = attempts_of(ORDERS[run.mode], run, await agent_steps.of_run(tx, run.id))[first.name]
        now = input_of(first, {**values, BRIEF: proposal.brief})
        if digest(first, now, hand_of(run)) != read.input_sha256:
            raise BriefChangedError(first.name)
    lock_version = proposal.lock_version
    await proposal_versions.freeze_edits(tx, proposal.id)
    if BRIEF in changed:
        lock_version = await proposals.set_brief(
            tx, proposal.id, changed.pop(BRIEF), lock_version=lock_version
        )
    if len(json.dumps(changed).encode()) > MOST:
        raise InputRefusedError(
            f"{', '.join(changed)}: the changed fields have more than {MOST} bytes: "
            "change less, or resume from an earlier step."
        )
    resumption = Resumption(run_id=run.id, step=step, edits=changed)
    return payload.model_copy(update={"lock_version": lock_version, "resumption": resumption})


def changed_fields(given: Stored, edits: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields that differ from the input, as JSON. Raises InputRefusedError."""
    before = given.model_dump(mode="json")
    try:
        after = type(given).model_validate_json(json.dumps({**before, **edits}))
    except (ValidationError, TypeError, ValueError) as error:
        raise InputRefusedError(_told(error)) from None
    dumped = after.model_dump(mode="json")
    return {name: value for name, value in dumped.items() if value != before[name]}


def _told(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return "The input is no JSON object."
    faults = error.errors(include_url=False, include_input=False)
    shown = [f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in faults[:5]]
    return "; ".join(shown) + "."


async def _given(
    tx: Transaction, run: AgentRun, proposal: Proposal, name: str
) -> tuple[dict[str, Any], Stored]:
    """Read the values before the step, and its input, by the attempts that count."""
    order = ORDERS[run.mode]
    place = place_of(name, order)
    attempts = attempts_of(order, run, await agent_steps.of_run(tx, run.id))
    values = await begin_with(tx, proposal)
    for step in order[:place]:
        if step.name not in attempts:
            raise StepNotReachedError(name, step.name)
        values |= added_by(step, attempts[step.name], run)
    return values, input_of(order[place], values)
