"""Databases of the battery: a stocked one that never changes, and clones of it."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from sealedbid.platform.embedded import EmbeddedServer
from tests.fixtures.clones import TEMPLATE, drop, make_clone, make_empty
from tests.fixtures.server import Installation, installation_of


@dataclass(frozen=True, slots=True)
class Databases:
    """Creates and drops databases on one server."""

    server: EmbeddedServer

    def empty(self) -> Installation:
        """Create a database with pgvector and nothing else."""
        name = _name()
        make_empty(self.server, name)
        return installation_of(self.server, name)

    def clone(self, template: str = TEMPLATE) -> Installation:
        """Clone a database without connections."""
        name = _name()
        make_clone(self.server, name, template)
        return installation_of(self.server, name)

    def drop(self, installation: Installation) -> None:
        """Drop one of these databases."""
        drop(self.server, installation.database)

    @contextmanager
    def cloned(self, template: str) -> Iterator[Installation]:
        """A clone that is dropped afterwards."""
        installation = self.clone(template)
        try:
            yield installation
        finally:
            self.drop(installation)


def _name() -> str:
    return f"poison_{uuid.uuid4().hex[:12]}"
