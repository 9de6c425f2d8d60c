"""Above platform nobody names what the driver or the server calls an error."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sealedbid
from sealedbid.platform.postgres.states import RAISED, SERVER
from sealedbid.platform.postgres.violations import known_constraints
from tests.fixtures.modules import import_all

PACKAGE = Path(sealedbid.__file__).parent
STATES = {*RAISED, *SERVER, "23503", "23505", "23514"}


def docstrings() -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(
                node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
            ) and (said := ast.get_docstring(node)):
                yield str(path.relative_to(PACKAGE)), said


@pytest.fixture(scope="module")
def names() -> re.Pattern[str]:
    import_all()
    border = {"clients_name_given"}  # the example that the border itself gives
    return re.compile(rf"\b({'|'.join(STATES | set(known_constraints()) - border)})\b")


def test_docstrings_name_classes(names: re.Pattern[str]) -> None:
    assert [(path, said) for path, said in docstrings() if names.search(said)] == []


def test_only_isolation_asks_for_what_the_server_said() -> None:
    """``Transaction.answer`` gives the driver's errors."""
    callers = {
        path.relative_to(PACKAGE).parts[0]
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\btx\.answer\(", path.read_text(encoding="utf-8"))
    }
    assert callers == {"isolation"}
