"""A step's name is data: it is spelt in one file of the product, and in the database's checks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import sealedbid
from sealedbid.intelligence.run.order import ORDERS
from tests.fixtures.server import Installation

SRC = Path(sealedbid.__file__).parent
NAMES = {step.name for order in ORDERS.values() for step in order}
LATER = {"research", "remember"}
"""Names that the database knows and that no mode has a step for yet."""
OTHER_MEANINGS = {("content/repository/proposals.py", "write"), ("api/route/way.py", "write")}
"""Strings that spell a step's name and name something else: a statement, half of a scope."""
KNOWN = """
select conrelid::regclass::text || '.' || conname, pg_get_constraintdef(oid)
  from pg_constraint
 where conname in ('agent_runs_current_step_known', 'agent_runs_resume_from_known',
                   'agent_steps_step_known')
"""


def spelt() -> dict[str, set[str]]:
    """The files in which each name is a string."""
    found: dict[str, set[str]] = {name: set() for name in NAMES | LATER}
    for path in SRC.rglob("*.py"):
        file = str(path.relative_to(SRC))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name = node.value if isinstance(node, ast.Constant) else None
            if isinstance(name, str) and name in found and (file, name) not in OTHER_MEANINGS:
                found[name].add(file)
    return found


def test_each_name_is_spelt_in_the_file_of_its_step() -> None:
    files = spelt()
    assert {name: files[name] for name in NAMES} == {
        name: {f"intelligence/run/{name}.py"} for name in NAMES
    }
    assert not any(files[name] for name in LATER)


def test_the_database_knows_the_same_names(installation: Installation) -> None:
    with installation.as_superuser() as behind:
        checks = dict(behind.execute(KNOWN).fetchall())
    assert len(checks) == 3
    for definition in checks.values():
        assert set(re.findall(r"'(\w+)'", definition)) == NAMES | LATER


@pytest.mark.parametrize("mode", ORDERS)
def test_a_mode_has_each_step_once_and_one_writer(mode: str) -> None:
    order = ORDERS[mode]  # type: ignore[index]
    assert len({step.name for step in order}) == len(order)
    assert sum(step.is_writer for step in order) == 1


@pytest.mark.parametrize("mode", ORDERS)
def test_a_step_is_given_what_the_steps_before_it_store(mode: str) -> None:
    stored = {"text", "client", "offers", "answers", "currency", "knowledge", "today", "locale"}
    for step in ORDERS[mode]:  # type: ignore[index]
        given = step.input.model_fields
        needed = {name for name, field in given.items() if field.is_required()}
        assert needed <= stored, step.name
        stored |= set(step.output.model_fields)
    assert {"brief", "draft", "sentences"} <= stored
