"""Errors of migrating; each text says what to do."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class MigrationError(SealedbidError):
    """A migration failed; all that its file did is rolled back."""


class DriftError(MigrationError):
    """The schema is not as the migrations made it; nothing was applied."""


class DevelopmentVersionError(MigrationError):
    """The database, or the backup, is of a version before the first release."""


class UnsuitableDatabaseError(SealedbidError):
    """The server, the database or the login cannot carry Sealedbid."""


class RolesInUseError(SealedbidError):
    """Another session holds a role that is to be changed."""


class UnsafeRolesError(SealedbidError):
    """Roles with the names of Sealedbid's exist, with other rights than they must have."""
