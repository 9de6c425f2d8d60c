"""Why a database cannot be migrated, with what to do about it."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class MigrationError(SealedbidError):
    """A migration failed; its file, and all that it did, is rolled back."""


class DriftError(MigrationError):
    """The schema is not as the migrations made it; nothing was applied."""


class DevelopmentVersionError(MigrationError):
    """The database, or the backup, is of a version before the first release."""


class UnsuitableDatabaseError(SealedbidError):
    """The server, the database or the login cannot carry Sealedbid."""


class RolesInUseError(SealedbidError):
    """Another session holds a role that is to be changed."""


class UnsafeRolesError(SealedbidError):
    """Roles of our names are there already and are not as they must be."""
