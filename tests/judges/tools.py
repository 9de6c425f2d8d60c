"""Runs the judges, each as a process of its own, and reads their output."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from tests.fixtures.commands import sealedbid
from tests.fixtures.pages import REFERENCE

ROOT: Final = Path(__file__).parents[2]
PAGE: Final = REFERENCE / "outside-judges.md"
PGRLS: Final = ROOT / ".venv-judges" / "bin" / "pgrls"
MODES: Final = ("anon", "cross-tenant", "write", "escalation", "reachability")


@dataclass(frozen=True, slots=True)
class Finding:
    """A judge's finding, with its place."""

    rule: str
    where: str
    fault: str = ""

    @property
    def places(self) -> list[str]:
        """The relations and functions of public that it names, or its whole place."""
        named = re.compile(r"\bpublic\.(\w+)")
        return named.findall(self.where) or named.findall(self.fault) or [self.where]


class JudgeError(Exception):
    """A judge failed: its silence would prove nothing."""


def pgrls_lint(url: str, schemas: Sequence[str]) -> list[Finding]:
    """Run the lint; returns every finding, whatever its level."""
    report = _pgrls("lint", url, schemas)
    return [Finding(found["rule_id"], found["location"]) for found in report["violations"]]


def pgrls_verify(url: str, schemas: Sequence[str]) -> Iterator[Finding]:
    """Run the prover; returns leaks, and tables that it could not decide."""
    for mode in MODES:
        for table in _pgrls("verify", url, schemas, "--mode", mode)["tables"]:
            if table["verdict"] == "isolated":
                continue
            # a way in has two ends: the view or function, and the table behind it
            ends = [each["policy"] for each in table["policies"] if "." in each["policy"]]
            for end in (table["table"], *ends):
                yield Finding(f"{mode}: {table['verdict']}", end)


def our_audit(url: str) -> list[Finding]:
    """Run `sealedbid audit` on a foreign database."""
    with tempfile.TemporaryDirectory() as home:
        done = sealedbid(
            *("audit", "--tenant-column", "org_id", "--format", "json"),
            DATABASE_URL=url,
            SEALEDBID_HOME=home,
        )
    if not done.stdout:
        raise JudgeError(done.stderr)
    findings = json.loads(done.stdout)["findings"]
    return [Finding(found["lint"], found["object"], found["fault"]) for found in findings]


def _pgrls(verb: str, url: str, schemas: Sequence[str], *arguments: str) -> dict[str, Any]:
    """Run pgrls in an empty folder, so that no configuration of ours softens it."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [PGRLS, verb, "--schemas", ",".join(schemas), "--format", "json", *arguments],
            # the address has a password, which other users could read on the command line
            env={"PATH": os.environ["PATH"], "DATABASE_URL": url},
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=100,
            check=False,
        )
    try:
        report: dict[str, Any] = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise JudgeError(done.stderr or done.stdout) from None
    return report
