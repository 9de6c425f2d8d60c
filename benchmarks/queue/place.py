"""The place of a run: one server, our database on it, and one for each peer."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from uuid import UUID

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from benchmarks.databases import Server, empty_database, found, install
from benchmarks.queue.sizes import ORGS
from sealedbid.platform.config import Settings

SETTINGS = [
    "shared_buffers",
    "fsync",
    "synchronous_commit",
    "full_page_writes",
    "max_wal_size",
    "jit",
]


@dataclass(frozen=True, slots=True)
class Place:
    """Connection strings and organizations that parent and workers share."""

    home: str
    address: str
    admin: str
    """Our database, as its administrator: for seeding, truncating, vacuuming."""
    peers: dict[str, str]
    """URL of each peer's database, by the peer's name; it has all rights there."""
    orgs: list[tuple[UUID, bytes]]
    """Organizations, each with the proof of a member."""

    @property
    def settings(self) -> Settings:
        """Settings for `sealedbid worker`, regardless of the environment."""
        unset = dict.fromkeys(
            f"{trade}_{what}"
            for trade in ("api", "auth", "dispatch", "worker")
            for what in ("url", "password_file")
        )
        return Settings.model_validate(
            {**unset, "home": Path(self.home), "database_address": self.address}
        )

    def write(self, path: Path) -> None:
        """Write the place for the worker processes. The file holds passwords of this run."""
        orgs = [(str(org), proof.hex()) for org, proof in self.orgs]
        text = json.dumps([self.home, self.address, self.admin, self.peers, orgs])
        path.touch(mode=0o600)
        path.write_text(text, encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Place:
        """Read what ``write`` wrote."""
        home, address, admin, peers, orgs = json.loads(path.read_text(encoding="utf-8"))
        return cls(home, address, admin, peers, [(UUID(o), bytes.fromhex(p)) for o, p in orgs])


@contextmanager
def open_place(server: Server, peers: tuple[str, ...]) -> Iterator[Place]:
    """Create the databases of this run; they are dropped when the block ends."""
    with ExitStack() as stack:
        ours = stack.enter_context(empty_database(server, "queue"))
        settings = install(server, ours)
        orgs = found(settings, [f"organization {n}" for n in range(ORGS)])
        theirs = {
            peer: _url(server, stack.enter_context(empty_database(server, peer))) for peer in peers
        }
        assert settings.database_address is not None
        admin = make_conninfo(server.admin, dbname=ours)
        yield Place(str(server.home), settings.database_address, admin, theirs, orgs)


def _url(server: Server, name: str) -> str:
    """Format a URL over the socket, which the drivers of all peers take."""
    known = conninfo_to_dict(server.admin)
    user, password, host = (quote(str(known[k]), safe="") for k in ("user", "password", "host"))
    return f"postgresql://{user}:{password}@/{name}?host={host}&port={known['port']}"


def describe_machine(place: Place) -> dict[str, str]:
    """Describe the machine and the server's settings."""
    with psycopg.connect(place.admin) as admin:
        shown = {}
        for setting in SETTINGS:
            row = admin.execute(f"show {setting}").fetchone()
            assert row is not None
            shown[setting] = str(row[0])
        number = admin.info.server_version
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cores": str(len(os.sched_getaffinity(0))),
        "memory": f"{memory:.0f} GiB",
        "PostgreSQL": f"{number // 10000}.{number % 10000}",
        "psycopg": psycopg.__version__,
        **shown,
    }
