"""Every value that an organization can write: whatever stays, other organizations' work goes on."""

from __future__ import annotations

import pytest

from tests.poison.battery import Battery, on_columns, on_functions
from tests.poison.databases import Databases

pytestmark = [pytest.mark.full, pytest.mark.timeout(600)]


def test_no_value_in_a_column_stops_others(battery: Battery) -> None:
    battery.run(on_columns(battery.stock, 6))


def test_no_argument_of_a_function_stops_others(battery: Battery, databases: Databases) -> None:
    with databases.cloned(battery.template) as installation:
        batches = list(on_functions(installation, battery.stock, 8))
    battery.run(batches)
