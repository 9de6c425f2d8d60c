"""Every named statement: prepared on the real schema, used, and with its organization."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlglot
from sqlglot import exp

import sealedbid
from sealedbid.isolation.audit import read_lints
from sealedbid.isolation.audit.views import VIEWS
from sealedbid.platform.postgres import Queries
from tests.fixtures.server import Installation
from tests.fixtures.statements import is_org_predicate

PACKAGE = Path(sealedbid.__file__).parent
DOMAINS = (
    *("core", "content", "intelligence"),
    *("system/jobs", "system/audit_log", "system/settings", "system/usage"),
)

# Statements over tables of tenants without an organization, or for a person between them.
WITHOUT_ORG = {
    "core/org_members/own": "a person's memberships, between organizations",
    "core/invitations/own": "invitations to a person's address, between organizations",
    "core/profiles/change": "a person's own profile, between organizations",
    "core/profiles/get": "people belong to several organizations",
    "system/settings/system_settings/page": "settings of the installation",
    "system/usage/usage_events/month": "a function, which reads the open organization alone",
    **{
        f"system/jobs/backlog/{name}": "numbers of the whole installation, for the dispatcher"
        for name in ("backlog", "aside", "count_aside", "quarantined", "stopped")
    },
}

# Parts of statements of the audit, and of the copy that prove attacks.
_PARTS = {
    "audit": ("tables", "trusted"),
    "views": tuple(VIEWS),
    "scratch": (
        *("parts", "tables", "defaults", "constraints", "indexes", "guards", "owners"),
        *("privileges", "comments", "unsupported", "beside", "schemas", "extensions", "functions"),
        *("views", "default_privileges"),
    ),
    "fingerprint": ("objects",),
    "calls": ("call",),
}
PARTS = {f"isolation/{table}/{name}" for table, names in _PARTS.items() for name in names}


def statements(*, everywhere: bool = False) -> Iterator[tuple[str, str]]:
    for path in sorted(PACKAGE.rglob("queries/*.sql")):
        package = path.parent.parent.relative_to(PACKAGE)
        if everywhere or str(package) in DOMAINS:
            queries = Queries(f"sealedbid.{str(package).replace('/', '.')}", path.stem)
            for name in queries:
                yield f"{package}/{path.stem}/{name}", queries[name]


@pytest.mark.parametrize(
    ("label", "statement"),
    [found for found in statements(everywhere=True) if found[0] not in PARTS],
)
def test_a_statement_is_prepared_on_the_real_schema(
    installation: Installation, label: str, statement: str
) -> None:
    names: list[str] = []

    def numbered(match: re.Match[str]) -> str:
        if match[1] not in names:
            names.append(match[1])
        return f"${names.index(match[1]) + 1}"

    numbered_statement = re.sub(r"%\((\w+)\)s", numbered, statement).replace("%%", "%")
    with installation.as_superuser() as behind:
        prepared = behind.pgconn.prepare(b"", numbered_statement.encode())
    assert prepared.error_message == b"", label


@pytest.mark.parametrize(("label", "statement"), list(statements()))
def test_a_statement_names_its_organization(label: str, statement: str) -> None:
    tree = sqlglot.parse_one(statement, dialect="postgres")
    if not list(tree.find_all(exp.Table)):
        return  # calls a function, which has the organization from the context
    inserts = isinstance(tree, exp.Insert) and "%(org_id)s" in statement
    names = inserts or any(is_org_predicate(node) for node in tree.walk())
    assert names != (label in WITHOUT_ORG)


def test_a_statement_is_used() -> None:
    code = {
        path: path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if "Queries(" in path.read_text(encoding="utf-8")
    }
    asked = [lint.statement for lint in read_lints()]
    asked += [text for label, text in statements(everywhere=True) if "/audit/" in label]
    asked += [VIEWS[name] for name in VIEWS]
    unused = []
    for label, _ in statements(everywhere=True):
        *_, table, name = label.split("/")
        if table == "views" and any(re.search(rf"[ (]{name}\b", text) for text in asked):
            continue
        if not any(f'"{table}")' in text and f'"{name}"' in text for text in code.values()):
            unused.append(label)
    assert unused == []
