"""The battery finds what it is there for: a bound that is not kept, by table and column."""

from __future__ import annotations

import pytest

from tests.fixtures.server import Installation
from tests.poison.battery import Battery, on_columns, on_functions
from tests.poison.databases import Databases
from tests.poison.halving import Culprit

pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]



@pytest.mark.parametrize(
    ("table", "place"),
    [
        ("public.job_schedules", r"set_schedule\(.*p_(next|payload)"),
        ("public.audit_log", r"record_event\(.*p_(detail|resource_type|resource_id)"),
        ("public.templates", r"public\.templates\.content"),
        ("public.jobs", r"public\.jobs\.(payload|run_at)"),
    ],
)
def test_a_table_without_bounds_is_found_and_the_value_named(
    battery: Battery, databases: Databases, table: str, place: str
) -> None:
    def unbound(installation: Installation) -> None:
        with installation.as_superuser() as behind:
            triggers = behind.execute(
                "select tgname from pg_trigger where tgrelid = %s::regclass and tgname ~ '^bounds'",
                [table],
            ).fetchall()
            assert triggers
            for (trigger,) in triggers:
                behind.execute(f"alter table {table} disable trigger {trigger}".encode())

    battery.prepare = unbound
    with databases.cloned(battery.template) as installation:
        functions = list(on_functions(installation, battery.stock, 1, only=f"insert into {table} "))
    batches = functions or on_columns(battery.stock, 1, only=table)
    with pytest.raises(Culprit, match=place) as caught:
        battery.run(batches)
    assert "1 of" in str(caught.value)
    print(caught.value)
