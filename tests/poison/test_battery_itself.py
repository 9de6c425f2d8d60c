"""The battery finds a bound that is not enforced, by table and column."""

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
        pytest.param(
            "public.audit_log",
            r"record_event\(.*p_(detail|resource_type|resource_id)",
            marks=pytest.mark.slow,
        ),
        ("public.templates", r"public\.templates\.content"),
        pytest.param("public.jobs", r"public\.jobs\.(payload|run_at)", marks=pytest.mark.slow),
    ],
)
def test_a_table_without_bounds_is_found_and_the_value_named(
    battery: Battery, databases: Databases, table: str, place: str
) -> None:
    def unbound(installation: Installation) -> None:
        # The audit would find the disabled trigger: it is noted as it is.
        function = f"seal_private.bounds_of_{table.replace('.', '_')}()"
        with installation.as_superuser() as behind:
            behind.execute(
                f"create or replace function {function} returns trigger language plpgsql"
                " set search_path = pg_catalog, pg_temp as $$ begin return new; end $$".encode()
            )
            behind.execute("select seal_private.note()")

    battery.prepare = unbound
    with databases.cloned(battery.template) as installation:
        functions = list(on_functions(installation, battery.stock, 1, only=f"insert into {table} "))
    batches = functions or on_columns(battery.stock, 1, only=table)
    with pytest.raises(Culprit, match=place) as caught:
        battery.run(batches)
    assert "1 of" in str(caught.value)
