"""The vectors: ways from one organization to another's rows, each tried on every table."""

from sealedbid.isolation.prove.vectors import contexts, endings, keys, planner, rows, sessions
from sealedbid.isolation.prove.vectors.shown import SERVER_VECTORS
from sealedbid.isolation.prove.vectors.vector import ServerVector, Vector

VECTORS: tuple[Vector, ...] = (
    *rows.VECTORS,
    *keys.VECTORS,
    *contexts.VECTORS,
    *endings.VECTORS,
    *sessions.VECTORS,
    *planner.VECTORS,
)

__all__ = ["SERVER_VECTORS", "VECTORS", "ServerVector", "Vector"]
