"""The planted schema, and each judge's findings at each of its holes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Final

import psycopg

from sealedbid.platform.embedded import EmbeddedServer
from sealedbid.platform.postgres import Queries
from tests.fixtures.pages import read_table
from tests.fixtures.server import temporary_server
from tests.judges.tools import PAGE, Finding, our_audit, pgrls_lint, pgrls_verify

TABLE: Final = "planted"
NOTHING: Final = "-"
ANYWHERE: Final = "*"  # no relation: findings outside of all that is planted

_SCHEMA = Queries("tests.judges", "planted")
_STATEMENTS = Queries("tests.judges", "judges")


@contextmanager
def planted_database() -> Iterator[EmbeddedServer]:
    """Plant on a separate server, because the schema creates a role."""
    with temporary_server() as server:
        with psycopg.connect(server.url(), autocommit=True) as owner:
            owner.execute(_SCHEMA["schema"])
        yield server


def relations(url: str) -> set[str]:
    """Names of all planted relations."""
    with psycopg.connect(url) as owner:
        return {name for (name,) in owner.execute(_STATEMENTS["planted"])}


def measure(url: str) -> list[list[str]]:
    """The rows of the page's table by the judges' present findings: ours, its lint, its prover.

    A finding at a hole's sound twin too concerns every schema, not the hole.
    """
    names = relations(url)
    judges = [our_audit(url), pgrls_lint(url, ["public"]), list(pgrls_verify(url, ["public"]))]
    table = [
        (hole, re.findall(r"[\w.*]+", where), where) for hole, where, *_ in read_table(PAGE, TABLE)
    ]
    known = names.union(*(places for _, places, _ in table))
    rows = []
    for hole, places, where in table:
        cells = []
        for findings in judges:
            about = set[tuple[str, str]]()
            for place in places:
                twin = f"sound_{place}" if f"sound_{place}" in names else "sound"
                about |= _at(place, findings, known) - _at(twin, findings, known)
            cells.append(", ".join(sorted({rule for rule, _ in about})) or NOTHING)
        rows.append([hole, where, *cells])
    return rows


def _at(place: str, findings: Iterable[Finding], known: set[str]) -> set[tuple[str, str]]:
    """Rules that found something here, with the part of it: a policy, a key, or all."""
    found = set()
    for finding in findings:
        places = [finding.where] if finding.where in known else finding.places
        if place in places or (place == ANYWHERE and not known.intersection(places)):
            found.add(
                (finding.rule, re.sub(rf"\b(public\.)?{re.escape(place)}\b", "", finding.where))
            )
    return found
