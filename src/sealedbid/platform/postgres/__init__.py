"""PostgreSQL at run time: pools by login, and the sealed transaction."""

from psycopg.types.json import Jsonb

from sealedbid.platform.postgres.gateway import Gateway, Sealed
from sealedbid.platform.postgres.pool import open_pool
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.transaction import Rank, Transaction

__all__ = ["Gateway", "Jsonb", "Queries", "Rank", "Sealed", "Transaction", "open_pool"]
