"""Every table, every verb, every rank: own rows, as specified."""

from __future__ import annotations

import pytest

from sealedbid.isolation.catalog import Table
from tests.db.matrix import (
    HIDDEN,
    RANKS,
    REFUSED,
    SHOWN_TO_GUESTS,
    SPECIFIED,
    TENANT,
    VERBS,
    Matrix,
    Outcome,
    catalogued,
    specified,
)

# A row that other rows of the same organization refer to stays, for every rank.
HELD = ("23503", "23001")


def expected(table: Table, verb: str, rank: str, *, below: Outcome = 0) -> Outcome:
    """The specified outcome for one row; a lower rank is refused, or finds no row."""
    least = specified(table, verb)
    if least is not None and RANKS[rank] >= least:
        return 1
    return below if table.may(TENANT, verb) else REFUSED


tables = pytest.mark.parametrize("name", SPECIFIED)
ranks = pytest.mark.parametrize("rank", RANKS)


def test_every_table_has_its_line_in_the_specification(matrix: Matrix) -> None:
    assert {table.relation for table in matrix.tables.values()} == set(SPECIFIED)


@tables
def test_the_catalog_says_what_the_specification_says(matrix: Matrix, name: str) -> None:
    table = matrix.tables[f"public.{name}"]
    assert {verb: catalogued(table, verb) for verb in VERBS} == {
        verb: specified(table, verb) for verb in VERBS
    }


@tables
@ranks
def test_own_rows_are_read_from_the_rank_on(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    with matrix.opened(rank):
        found = matrix.select(table, matrix.mine[table.name])
    assert found == expected(table, "SELECT", rank)


@tables
@ranks
def test_own_rows_are_written_from_the_rank_on(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    with matrix.opened(rank):
        inserted = matrix.insert(table, matrix.new(table))
        updated = matrix.update(table, matrix.mine[table.name])
        deleted = matrix.delete(table, matrix.mine[table.name])
    assert inserted == expected(table, "INSERT", rank, below=REFUSED)
    assert updated == expected(table, "UPDATE", rank)
    assert deleted == expected(table, "DELETE", rank) or str(deleted).startswith(HELD)


@tables
def test_columns_that_functions_write_are_not_written_by_tenants(matrix: Matrix, name: str) -> None:
    table = matrix.tables[f"public.{name}"]
    row = matrix.new(table)
    written = [column.name for column in table.columns if not column.is_generated]
    with matrix.opened("owner"):
        for column in written:
            if column not in table.granted(TENANT, "INSERT"):
                assert matrix.insert(table, row, column) == REFUSED, column
            if column not in table.granted(TENANT, "UPDATE"):
                own = matrix.mine[table.name]
                assert matrix.update(table, own, column, own[column]) == REFUSED, column


@tables
def test_hidden_columns_are_not_read(matrix: Matrix, name: str) -> None:
    table = matrix.tables[f"public.{name}"]
    if not table.may(TENANT, "SELECT"):
        return  # no column of it
    hidden = {column.name for column in table.columns} - table.granted(TENANT, "SELECT")
    assert hidden == HIDDEN.get(name, set())
    with matrix.opened("owner"):
        for column in hidden:
            assert matrix.select_column(table, column) == REFUSED


@tables
@pytest.mark.parametrize("who", ["guest", None], ids=["a guest", "nobody"])
def test_without_a_rank_nothing_is_there_but_what_a_link_shows(
    matrix: Matrix, name: str, who: str | None
) -> None:
    table = matrix.tables[f"public.{name}"]
    shown = int(who == "guest" and name in SHOWN_TO_GUESTS)
    with matrix.opened(who):
        for row, seen in ((matrix.mine[table.name], shown), (matrix.theirs[table.name], 0)):
            assert matrix.select(table, row) in (seen, REFUSED)
            assert matrix.update(table, row) in (0, REFUSED)
            assert matrix.delete(table, row) in (0, REFUSED)
        assert matrix.select_all(table) in (shown, REFUSED)
        assert matrix.update_blindly(table) in (0, REFUSED)
        assert matrix.delete_blindly(table) in (0, REFUSED)
        assert matrix.insert(table, matrix.new(table)) == REFUSED
        assert matrix.untouched(table)
