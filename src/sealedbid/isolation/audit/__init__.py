"""Reads the catalog for what would let one organisation see another.

Each lint is a file ``lints/NNNN_name.sql`` beside its page ``NNNN_name.md``; its test has the same
name. Nothing is written, and only catalogs are read.
"""

from sealedbid.isolation.audit.lints import LEVELS, Lint, read_lints
from sealedbid.isolation.audit.run import Finding, NotSealedError, Report, audit
from sealedbid.isolation.audit.trusted import TrustedFunction, trusted_functions

__all__ = [
    "LEVELS",
    "Finding",
    "Lint",
    "NotSealedError",
    "Report",
    "TrustedFunction",
    "audit",
    "read_lints",
    "trusted_functions",
]
