"""Every table, every rank: no attempt reaches the rows of the other organization."""

from __future__ import annotations

import pytest

from sealedbid.isolation.catalog import ORG
from tests.db.matrix import RANKS, REFUSED, SPECIFIED, TENANT, Matrix, specified

HELD = ("23503", "23001")  # other rows of the same organization refer to the row
NO_SUCH_PARENT = "23503"

pytestmark = [
    pytest.mark.parametrize("name", SPECIFIED),
    pytest.mark.parametrize("rank", RANKS),
]


def test_what_is_theirs_cannot_be_told_from_what_is_not_there(
    matrix: Matrix, name: str, rank: str
) -> None:
    table = matrix.tables[f"public.{name}"]
    theirs, absent = matrix.theirs[table.name], matrix.absent(table)
    with matrix.opened(rank):
        for act in (matrix.select, matrix.update, matrix.delete):
            assert act(table, theirs) == act(table, absent)
            assert act(table, theirs) in (0, REFUSED)
        if table.has_org and list(table.key) != [ORG]:
            # the other's id under our own organization
            disguised = theirs | {ORG: matrix.world.a.id}
            assert matrix.select(table, disguised) in (0, REFUSED)
        assert matrix.untouched(table)


def test_blind_writes_stop_at_the_border(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    own = matrix.count(table, matrix.mine[table.name])
    for verb, act in (("UPDATE", matrix.update_blindly), ("DELETE", matrix.delete_blindly)):
        least = specified(table, verb)
        with matrix.opened(rank):
            outcome = act(table)
            assert matrix.untouched(table)
        if least is not None and RANKS[rank] >= least:
            assert outcome == own or str(outcome).startswith(HELD)
        else:
            assert outcome == (0 if table.may(TENANT, verb) else REFUSED)


def test_nothing_is_read_without_a_where_but_ones_own(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    readable = sorted(table.granted(TENANT, "SELECT"))
    with matrix.opened(rank):
        rows = matrix.read(table, readable)
    assert not [row for row in rows if "canaryb" in repr(row)]
    if table.has_org:
        assert {row[readable.index(ORG)] for row in rows} <= {matrix.world.a.id}
    else:
        theirs = matrix.theirs[table.name][table.key[0]]
        assert theirs not in {row[readable.index(table.key[0])] for row in rows}


def test_no_row_is_planted_at_theirs(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    new = matrix.new(table)
    with matrix.opened(rank):
        if table.has_org:
            new |= {ORG: matrix.world.b.id}
            for key in table.foreign_keys:  # existing parents of the other organization
                new |= {column: matrix.theirs[table.name][column] for column in key.columns}
            assert matrix.insert(table, new) == REFUSED
            assert matrix.insert(table, matrix.theirs[table.name]) == REFUSED
        elif specified(table, "INSERT") is None:
            assert matrix.insert(table, new) == REFUSED
        assert matrix.untouched(table)


def test_no_row_moves_over_the_border(matrix: Matrix, name: str, rank: str) -> None:
    table = matrix.tables[f"public.{name}"]
    column = ORG if table.has_org else table.key[0]
    a, b = matrix.mine[table.name], matrix.theirs[table.name]
    with matrix.opened(rank):
        assert matrix.update(table, a, column, b[column]) == REFUSED
        assert matrix.update(table, b, column, a[column]) == REFUSED
        assert matrix.untouched(table)


def test_a_reference_to_theirs_fails_like_one_to_nothing(
    matrix: Matrix, name: str, rank: str
) -> None:
    table = matrix.tables[f"public.{name}"]
    least = specified(table, "INSERT")
    for key in table.foreign_keys:
        pairs = dict(zip(key.columns, key.parent_columns, strict=True))
        if set(pairs) == {ORG}:
            continue
        parent = matrix.tables[key.parent]
        outcomes = []
        for referred in (matrix.theirs[parent.name], matrix.absent(parent)):
            new = matrix.new(table)
            new |= {mine: referred[their] for mine, their in pairs.items() if mine != ORG}
            with matrix.opened(rank):
                written = [matrix.insert(table, new)]
                written += [
                    matrix.update(table, matrix.mine[table.name], mine, new[mine])
                    for mine in pairs
                    if mine != ORG
                ]
            outcomes.append(written)
        assert outcomes[0] == outcomes[1]
        could_refer = None not in [matrix.mine[table.name][column] for column in key.columns]
        if could_refer and least is not None and RANKS[rank] >= least:
            assert outcomes[0][0] == f"{NO_SUCH_PARENT} {key.name}"
