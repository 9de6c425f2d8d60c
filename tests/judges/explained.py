"""Compares the findings of pgrls on our own schema with the page's explanations."""

from __future__ import annotations

from collections import Counter
from typing import Final

from sealedbid.platform.postgres import Queries
from tests.fixtures.pages import read_table
from tests.fixtures.server import Installation
from tests.judges.tools import PAGE, Finding, pgrls_lint

TABLE: Final = "ours"

_STATEMENTS = Queries("tests.judges", "judges")


def schemas(installation: Installation) -> list[str]:
    """Every schema of ours."""
    with installation.as_owner() as owner:
        return [name for (name,) in owner.execute(_STATEMENTS["schemas"])]


def lint_ours(installation: Installation) -> list[Finding]:
    """Run the lint as the database's owner."""
    return pgrls_lint(installation.owner, schemas(installation))


def faults(findings: list[Finding]) -> list[str]:
    """Findings without an explanation, explanations without a finding, and wrong counts."""
    found = Counter(finding.rule for finding in findings)
    explained = {rule: (int(count), why) for rule, count, _, why in read_table(PAGE, TABLE)}
    wrong = []
    for rule in sorted(found.keys() | explained.keys()):
        count, why = explained.get(rule, (0, ""))
        if found[rule] != count:
            where = sorted(finding.where for finding in findings if finding.rule == rule)
            wrong.append(f"{rule}: {found[rule]} found, {count} explained: {', '.join(where)}")
        elif not why:
            wrong.append(f"{rule}: no explanation")
    return wrong
