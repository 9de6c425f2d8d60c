"""The planted schema, and what each judge finds at each of its holes."""

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
ANYWHERE: Final = "*"  # of no relation: what is found outside of all that is planted

_SCHEMA = Queries("tests.judges", "planted")
_STATEMENTS = Queries("tests.judges", "judges")


@contextmanager
def planted_database() -> Iterator[EmbeddedServer]:
    """In a server of its own, because it makes a role."""
    with temporary_server() as server:
        with psycopg.connect(server.url(), autocommit=True) as owner:
            owner.execute(_SCHEMA["schema"])
        yield server


def relations(url: str) -> set[str]:
    """Everything that is planted, by name."""
    with psycopg.connect(url) as owner:
        return {name for (name,) in owner.execute(_STATEMENTS["planted"])}


def measure(url: str) -> list[list[str]]:
    """The rows of the page's table as the judges would have them now: ours, its lint, its prover.

    What is found at a hole's sound twin too is said of every schema, and is not about the hole.
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
    """Rules that found something here, and on what of it: a policy, a key, or all."""
    found = set()
    for finding in findings:
        places = [finding.where] if finding.where in known else finding.places
        if place in places or (place == ANYWHERE and not known.intersection(places)):
            found.add(
                (finding.rule, re.sub(rf"\b(public\.)?{re.escape(place)}\b", "", finding.where))
            )
    return found
