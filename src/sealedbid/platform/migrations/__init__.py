"""Roles and migrations bring a database to the schema."""

from sealedbid.platform.migrations.apply import (
    MigrationResult,
    MigrationStatus,
    migrate,
    status,
)
from sealedbid.platform.migrations.drift import Difference
from sealedbid.platform.migrations.export import export_migrations

__all__ = [
    "Difference",
    "MigrationResult",
    "MigrationStatus",
    "export_migrations",
    "migrate",
    "status",
]
