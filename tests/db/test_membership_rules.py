"""Ranks obey the rules, whatever people do to each other's, in any order."""

from __future__ import annotations

from typing import Literal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from psycopg import Error

from tests.fixtures.people import People, Person
from tests.fixtures.server import Installation
from tests.fixtures.tiers import examples

OPEN = "select seal.open('session', %s, %s)"
RANKS = {"viewer": 1, "member": 2, "admin": 3, "owner": 4}
ROLES = st.sampled_from(sorted(RANKS))
WHO = st.integers(0, 3)
STEPS = st.lists(st.tuples(WHO, WHO, st.one_of(st.just("remove"), ROLES)), min_size=1, max_size=12)

Step = tuple[int, int, Literal["remove", "viewer", "member", "admin", "owner"]]


def allowed(ranks: list[int | None], step: Step) -> bool:
    """The rules for one step, written independently."""
    actor, target, what = ranks[step[0]], ranks[step[1]], step[2]
    if actor is None:
        return False
    leaves = step[0] == step[1] and what == "remove"
    if target is None or not (leaves or (actor >= RANKS["admin"] and target <= actor)):
        return False
    if what != "remove" and RANKS[what] > actor:
        return False
    after = list(ranks)
    after[step[1]] = None if what == "remove" else RANKS[what]
    return RANKS["owner"] in after


@settings(max_examples=examples(0.2), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_ranks_move_as_the_rules_say_and_only_so(
    people: People, installation: Installation, steps: list[Step]
) -> None:
    organization = people.found("Rules")
    persons: list[Person] = [
        organization.owner,
        organization.admin,
        organization.member,
        organization.viewer,
    ]
    ranks: list[int | None] = [4, 3, 2, 1]
    with installation.connect("sb_api") as api:
        for step in steps:
            actor, target, what = persons[step[0]], persons[step[1]], step[2]
            expected = allowed(ranks, step)
            try:
                with api.transaction():
                    api.execute(
                        "select seal.open('session', %s, %s)", (actor.proof, organization.id)
                    )
                    if what == "remove":
                        api.execute("select core.remove_member(%s)", (target.id,))
                    else:
                        api.execute("select core.change_role(%s, %s)", (target.id, what))
                done = True
            except Error:
                done = False
            assert done == expected, (ranks, step)
            if done:
                ranks[step[1]] = None if what == "remove" else RANKS[what]
    with installation.as_superuser() as behind:
        found = dict(
            behind.execute(
                "select user_id, role from public.org_members where org_id = %s", (organization.id,)
            ).fetchall()
        )
    assert [found.get(person.id) for person in persons] == [
        next((role for role, number in RANKS.items() if number == rank), None) for rank in ranks
    ]
