"""Roles and migrations: how a database comes to hold the schema."""

from sealedbid.platform.migrations.export import export_migrations
from sealedbid.platform.migrations.migrate import (
    MigrationResult,
    MigrationStatus,
    migrate,
    status,
)

__all__ = ["MigrationResult", "MigrationStatus", "export_migrations", "migrate", "status"]
