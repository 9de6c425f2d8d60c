"""Reads the catalog for faults that let one organization see another.

Each lint is a file ``lints/NNNN_name.sql`` beside its page ``NNNN_name.md``; its test has the same
name. Nothing is written, and only catalogs are read.
"""

from sealedbid.isolation.audit.gate import UnsealedError, refuse_unsealed
from sealedbid.isolation.audit.lints import LEVELS, Lint, read_lints
from sealedbid.isolation.audit.run import (
    Finding,
    NotSealedError,
    Report,
    UnknownSchemaError,
    audit,
    audit_database,
)
from sealedbid.isolation.audit.trusted import TrustedFunction, trusted_functions

__all__ = [
    "LEVELS",
    "Finding",
    "Lint",
    "NotSealedError",
    "Report",
    "TrustedFunction",
    "UnknownSchemaError",
    "UnsealedError",
    "audit",
    "audit_database",
    "read_lints",
    "refuse_unsealed",
    "trusted_functions",
]
