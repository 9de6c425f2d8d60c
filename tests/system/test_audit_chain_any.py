"""For every event SQL and Python agree on its hash, and no two are written alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from psycopg import Connection
from psycopg.rows import class_row
from psycopg.types.json import Jsonb

from sealedbid.platform.rows import replace
from sealedbid.system.audit_log.chain import Verifier, row_hash
from sealedbid.system.audit_log.models import AuditHead, ChainedEvent
from sealedbid.system.audit_log.repository import audit_log
from tests.fixtures.server import Installation
from tests.fixtures.statements import WRITTEN
from tests.fixtures.tiers import examples
from tests.system.chaining import CHAIN, chained

ORG = "insert into public.organizations (name) values ('Any') returning id"
EVENT = """
insert into public.audit_log (org_id, user_id, actor_kind, action, resource_type, resource_id, ip,
                              user_agent, detail, created_at)
values (%(org)s, %(user_id)s, 'session', 'any.event', %(resource_type)s, %(resource_id)s, %(ip)s,
        %(user_agent)s, %(detail)s, %(created_at)s)
"""

# Text that PostgreSQL can store: no zero byte, no half of a pair.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
NASTY = st.sampled_from(
    ["", "-", "0:", "1:a", "\ufeff", "e\u0301", "é", "😀", "\n", "\\", "'", "null"]
)
ANY = st.none() | NASTY | TEXT
PREFIX = st.sampled_from(["", "/8", "/24", "/32"])
ADDRESS = (
    st.none()
    | st.builds("{}{}".format, st.ip_addresses(v=4), PREFIX)
    | st.builds("{}{}".format, st.ip_addresses(v=6), st.sampled_from(["", "/64", "/128"]))
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | NASTY
    | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NASTY | TEXT, inner, max_size=3),
    max_leaves=8,
)
FIELDS = st.fixed_dictionaries(
    {
        "user_id": st.none() | st.uuids(),
        "resource_type": ANY,
        "resource_id": ANY,
        "ip": ADDRESS,
        "user_agent": ANY,
        "detail": st.dictionaries(NASTY | TEXT, JSON, max_size=3),
        "created_at": st.datetimes(
            min_value=datetime(1900, 1, 2), max_value=datetime(2199, 12, 30), timezones=st.just(UTC)
        ),
    }
)


@pytest.fixture(scope="module")
def behind(installation: Installation) -> Iterator[Connection[Any]]:
    with installation.as_superuser() as connection:
        connection.execute(CHAIN, [1_000_000])  # events of other tests
        connection.execute("set timezone = 'Pacific/Apia'; set intervalstyle = 'iso_8601'")
        connection.execute("set datestyle = 'SQL, DMY'; set bytea_output = 'escape'")
        yield connection


@settings(max_examples=examples(0.75))
@given(st.lists(FIELDS, min_size=1, max_size=4))
@pytest.mark.full
def test_sql_and_python_agree_on_every_hash(
    behind: Connection[Any], events: list[dict[str, Any]]
) -> None:
    with behind.transaction(force_rollback=True):
        row = behind.execute(ORG).fetchone()
        assert row is not None
        for fields in events:
            behind.execute(EVENT, fields | {"org": row[0], "detail": Jsonb(fields["detail"])})
        behind.execute(CHAIN, [1000])
        found = read(behind, row[0])
        verifier = Verifier()
        for event in found:
            verifier.add(event)
        verifier.end(AuditHead(chain_no=found[-1].chain_no, hash=found[-1].hash))
    assert verifier.faults() == []
    assert {told(event) for event in found} == {
        (f"{fields['created_at']:%m-%dT%H:%M:%S.%fZ}", fields["user_agent"], fields["resource_id"])
        for fields in events
    }
    assert len(found) == len(events)


def told(event: ChainedEvent) -> tuple[str | None, ...]:
    return event.created_at.partition("-")[2], event.user_agent, event.resource_id


def read(behind: Connection[Any], org_id: Any) -> list[ChainedEvent]:
    cursor = behind.cursor(row_factory=class_row(ChainedEvent), binary=True)
    number, id_ = -1, "00000000-0000-0000-0000-000000000000"
    parameters = {"org_id": org_id, "after": number, "after_id": id_, "limit": 1000}
    return cursor.execute(WRITTEN(audit_log.QUERIES, "chained"), parameters).fetchall()


# Letters that make two events alike as soon as one field can run into the next.
CLOSE = st.none() | st.text("0123:-", max_size=3)


@settings(max_examples=examples(2.5))
@given(st.tuples(CLOSE, CLOSE, CLOSE), st.tuples(CLOSE, CLOSE, CLOSE))
def test_no_two_events_are_written_alike(
    one: tuple[str | None, ...], other: tuple[str | None, ...]
) -> None:
    (event,) = chained(1)
    hashes = {
        row_hash(replace(event, user_id=a, resource_type=b, resource_id=c))
        for a, b, c in (one, other)
    }
    assert len(hashes) == len({one, other})
