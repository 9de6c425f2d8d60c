"""PostgreSQL at run time: pools by login, and the sealed transaction."""

from psycopg.types.json import Jsonb

from sealedbid.platform.postgres.gateway import Gateway, Sealed
from sealedbid.platform.postgres.pool import open_pool
from sealedbid.platform.postgres.queries import Queries
from sealedbid.platform.postgres.transaction import Asker, Rank, Transaction

__all__ = ["Asker", "Gateway", "Jsonb", "Queries", "Rank", "Sealed", "Transaction", "open_pool"]
