"""A client's link to a version of a proposal, beside many rows that it does not show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from psycopg import Connection

from tests.db.documents import add, add_item, add_link, add_proposal, add_version, move, within
from tests.fixtures.people import World


@dataclass(frozen=True, slots=True)
class Shared:
    """A link of A to the first of two versions of one of its two proposals."""

    proposal: UUID
    version: UUID
    link: UUID
    proof: bytes


def share(api: Connection[Any], own_world: World) -> Shared:
    """Create the link, and the rows beside it in A and in B."""
    with within(api, own_world.b):
        theirs = add_proposal(api)
        add_version(api, theirs)
        add_link(api, proposal_id=theirs, version=1)
    with within(api, own_world.a):
        other = add_proposal(api)
        add_version(api, other)
        add_link(api, proposal_id=other, version=1)
        proposal = add_proposal(api)
        move(api, "proposals", proposal, "sent")
        add_item(api, proposal)
        add(
            api,
            "citations",
            proposal_id=proposal,
            version=1,
            section_id="s",
            number=1,
            source_kind="brief",
            quote="word for word",
            source_title="The brief",
            position=0,
            verdict="supported",
        )
        version = add_version(api, proposal, 1)
        add_version(api, proposal, 2)
        link, proof = add_link(api, proposal_id=proposal, version=1)
    return Shared(proposal, version, link, proof)
