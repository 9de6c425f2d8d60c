"""Callers of functions: each login, without a context and with each kind of ``a``'s contexts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from psycopg import Connection

from sealedbid.isolation.prove.ground import RANKS, Ground
from sealedbid.platform.postgres.queries import Queries

_OPENINGS: Final = Queries("sealedbid.isolation", "ground")


@dataclass(frozen=True, slots=True)
class Caller:
    """A login, and the context that is open when it calls."""

    login: str
    who: str
    rank: int | None = None
    """The rank inside ``a``; None if no organization is open."""
    is_quick: bool = True

    def __str__(self) -> str:
        return f"{self.login} as {self.who}"


ALL: Final = (
    Caller("sb_api", "nobody"),
    Caller("sb_api", "a person"),
    Caller("sb_api", "a guest", 0),
    Caller("sb_api", "a key", 4, is_quick=False),
    *(
        Caller("sb_api", rank, place, is_quick=rank != "admin")
        for place, rank in enumerate(RANKS, start=1)
    ),
    Caller("sb_worker", "nobody"),
    Caller("sb_worker", "a job", 2),
    Caller("sb_auth", "nobody"),
    Caller("sb_dispatch", "nobody"),
)


@contextmanager
def opened(
    caller: Caller, connections: Mapping[str, Connection[Any]], ground: Ground
) -> Iterator[Connection[Any]]:
    """Open a transaction as the caller; it is rolled back."""
    connection, a = connections[caller.login], ground.a

    def run(statement: str, **params: Any) -> None:
        connection.execute(_OPENINGS[statement], params)

    with connection.transaction(force_rollback=True):
        if caller.who == "a person":
            run("open_person", proof=a.proofs["owner"])
        elif caller.who == "a guest":
            run("open", kind="link", proof=a.link, org=a.org_id)
        elif caller.who == "a key":
            run("open", kind="key", proof=a.key, org=a.org_id)
        elif caller.who == "a job":
            run("open_job", job=a.lease.job_id, lease=a.lease.token, org=a.org_id)
        elif caller.who != "nobody":
            run("open", kind="session", proof=a.proofs[caller.who], org=a.org_id)
        yield connection
