"""A copy of the running schema to attack: same tables, policies, functions, owners and grants."""

from sealedbid.isolation.scratch.copy import NotCopiedError, copy_schema
from sealedbid.isolation.scratch.database import ScratchDatabase, scratch_database
from sealedbid.isolation.scratch.fingerprint import Difference, compare, fingerprint

__all__ = [
    "Difference",
    "NotCopiedError",
    "ScratchDatabase",
    "compare",
    "copy_schema",
    "fingerprint",
    "scratch_database",
]
