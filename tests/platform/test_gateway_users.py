"""Transactions are opened in few places, so that a reader finds every opening."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "sealedbid"
OPENING = ("api/route/", "usecases/", "worker/", "isolation/", "platform/postgres/")
"""Folders whose code opens transactions of tenants."""
HOLDING = {
    "api/app.py": "makes it, in the one composition of the API",
    "api/services.py": "holds it for api.route",
    "cli/demo_run.py": "brings agencies in, as people do",
    "demo/load.py": "brings agencies in, as people do",
    "system/jobs/running.py": "a running job opens by its lease",
}
"""Files beside them that know the gateway, each with its reason."""


def users() -> set[str]:
    """Files that import the gateway, or reach into an object that holds it."""
    found = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_import = isinstance(node, ast.ImportFrom) and any(
                each.name == "Gateway" for each in node.names
            )
            if is_import or (isinstance(node, ast.Attribute) and node.attr == "gateway"):
                found.add(path.relative_to(SOURCE).as_posix())
    return found


def test_few_places_open_a_transaction() -> None:
    assert {path for path in users() if not path.startswith(OPENING)} == set(HOLDING)
