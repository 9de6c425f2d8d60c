"""A worker's lane list: everybody has a turn before anybody has a second."""

from __future__ import annotations

from collections import Counter
from uuid import UUID

import hypothesis
from hypothesis import strategies as st

from sealedbid.worker.lanes import Lanes, Taken


def claim(lanes: Lanes, left: Counter[UUID], limit: int, weights: dict[UUID, int]) -> list[Taken]:
    """Claim in a model of queue.claim(): each lane by its weight, in the order of the turn."""
    turn = lanes.turn(limit)
    share = -(-limit // max(len(turn.orgs), 1))
    candidates = [
        (had + number / weights[org], place, org)
        for place, (org, had) in enumerate(zip(turn.orgs, turn.had, strict=True))
        for number in range(1, min(left[org], share * weights[org]) + 1)
    ]
    claimed = []
    for _, _, org in sorted(candidates)[:limit]:
        claimed.append((org, 100, UUID(int=1_000_000 - left[org]), weights[org]))
        left[org] -= 1
    lanes.served(turn, claimed, limit)
    return claimed


@hypothesis.given(
    st.lists(st.integers(1, 40), min_size=1, max_size=80), st.integers(1, 30), st.integers(1, 3)
)
def test_the_last_of_a_small_organization_does_not_wait_for_the_large(
    sizes: list[int], limit: int, weight: int
) -> None:
    orgs = [UUID(int=number + 1) for number in range(len(sizes))]
    weights = dict.fromkeys(orgs, 1) | {orgs[0]: weight}
    left = Counter(dict(zip(orgs, sizes, strict=True)))
    lanes = Lanes()
    started: list[UUID] = []
    while +left:
        if not lanes.queue:
            lanes.know([org for org in orgs if left[org]], 0.0)
        started += [org for org, *_ in claim(lanes, left, limit, weights)]
    assert Counter(started) == dict(zip(orgs, sizes, strict=True))
    for org, size in zip(orgs, sizes, strict=True):
        last = max(place for place, each in enumerate(started) if each == org) + 1
        rounds = -(-size // weights[org])
        ideal = sum(
            min(other, rounds * weights[each]) for each, other in zip(orgs, sizes, strict=True)
        )
        assert last <= ideal + limit + weight * limit


def test_what_is_known_is_believed_for_a_second() -> None:
    lanes = Lanes()
    assert lanes.is_stale(0.0)
    lanes.know([UUID(int=1)], 10.0)
    assert not lanes.is_stale(10.9)
    assert lanes.is_stale(11.1)
    lanes.served(lanes.turn(5), [], 5)
    assert lanes.is_stale(10.0)


def test_the_floor_of_a_lane_follows_what_was_claimed_of_it() -> None:
    lanes = Lanes()
    org = UUID(int=1)
    lanes.know([org], 0.0)
    lanes.served(lanes.turn(2), [(org, 100, UUID(int=7), 3), (org, 5, UUID(int=9), 3)], 2)
    turn = lanes.turn(2)
    assert turn.floors == [(100, UUID(int=7))]
    lanes.know([org], 1.0)
    assert lanes.turn(2).floors == [(0, UUID(int=0))]
