"""Mutants of behaviour that change no answer: by function, kind and condition, with a reason."""

from __future__ import annotations

from typing import Final

_SPARES: Final = "It only spares work where there is nothing to be found:"
_ENDS: Final = "It only ends the search: rows without an organization are left out below."
_NULLS: Final = "Every step after it makes null of null, and so is what comes back."

UNSEEN: Final[dict[tuple[str, str, str], str]] = {
    ("seal_auth.try_own_code", "dropped", "n.kind = 'reauth'"): (
        "Only codes of seal_auth.reauthenticate() relate to a session."
    ),
    ("seal_auth.use_recovery_code", "dropped", "c.user_id = v_me.person"): (
        "The person's id is in the hash: it only leads to the index."
    ),
    ("queue.beat", "dropped", "l.token_limit is not null"): (
        "A sum that is compared with no limit is null, and null is no verdict."
    ),
    ("queue.claim", "dropped", "s.job_type is not null"): (
        "Where everything is stopped the function has returned before."
    ),
    ("queue.claim", "dropped", "s.job_type is not null #2"): (
        "An organization with a stop of all its jobs is left out by the lane's own condition."
    ),
    ("queue.claim", "dropped", "s.org_id <> v_all"): (
        f"{_SPARES} stops are looked up for each organization, and it has none."
    ),
    ("queue.claim", "dropped", "v_some"): (
        f"{_SPARES} stops are looked up for each organization, and it has none."
    ),
    ("queue.claim", "dropped", "u.org_id = any (v_open)"): (
        f"{_SPARES} without a limit nothing is compared with the count."
    ),
    ("queue.claim", "dropped", "q.org_id is not null"): (
        "Without a quarantine an organization is not held apart: false instead of null, "
        "and both let no suspect through."
    ),
    ("queue.due_schedules", "dropped", "s.is_active"): (
        "The policy of sb_queue shows active schedules alone."
    ),
    ("queue.lanes", "dropped", "a.org_id is not null"): _ENDS,
    ("queue.lanes", "dropped", "b.org_id is not null"): _ENDS,
    ("queue.lanes", "dropped", "b.n < p_limit - (select count(org_id) from after)"): (
        "It only ends the search: what goes beyond the limit is left out below."
    ),
    ("seal.org", "dropped", "v_context is null"): _NULLS,
    ("seal_private.bind", "dropped", "found"): (
        "Without a key the digest is null, and a context before is no equal of that."
    ),
    ("seal_private.context", "dropped", "v_context is null"): _NULLS,
}
