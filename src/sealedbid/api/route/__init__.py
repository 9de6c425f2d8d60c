"""The ways in which a route reaches the database. Nothing else of the API opens a transaction.

A handler is a plain async function: it takes what the request gave and what its annotations name
(the open ``Transaction``, the ``Caller``, the ``Services``, the ``Request``), and returns a row, a
page or None. One wrapper opens, checks the rank, calls the handler, encodes inside the block,
commits and answers: a handler cannot forget to commit, and no answer leaves before it.
"""

from __future__ import annotations

from sealedbid.api.route.promise import Promise
from sealedbid.api.route.reading import Route
from sealedbid.api.route.way import Way
from sealedbid.api.route.ways import (
    Between,
    Guest,
    OpenToAll,
    Pages,
    PersonPages,
    Sealed,
    SignedIn,
)

__all__ = [
    "Between",
    "Guest",
    "OpenToAll",
    "Pages",
    "PersonPages",
    "Promise",
    "Route",
    "Sealed",
    "SignedIn",
    "Way",
]
