"""The installation that a command works on."""

from __future__ import annotations

from rich.console import Console

from sealedbid.cli.errors import CommandError
from sealedbid.platform.config import Settings
from sealedbid.platform.errors import ended
from sealedbid.platform.migrations import migrate, status
from sealedbid.platform.migrations.large_objects import remove_large_objects
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.postgres.logins import (
    LOGINS,
    login_conninfo,
    login_password,
    password_path,
)


class NotMigratedError(CommandError):
    """The database is older than the program."""


def ready(console: Console, settings: Settings) -> None:
    """Start the embedded server if it is used, and migrate its database.

    A database of DATABASE_URL is never migrated on the way. Raises NotMigratedError.
    """
    conninfo = owner_conninfo(settings)
    pending = len(status(conninfo).pending)
    if not pending:
        return
    if settings.database_url is not None:
        raise NotMigratedError(f"{pending} migrations are pending: run `sealedbid migrate` first.")
    with console.status("Making the schema"):
        migrate(conninfo, lambda login: login_password(settings, login))


def run_migrations(
    console: Console, settings: Settings, conninfo: str, *, accept_drift: bool = False
) -> None:
    """Migrate and print the changes."""
    result = migrate(
        conninfo,
        lambda login: login_password(settings, login),
        lock_timeout=settings.migrate_lock_timeout,
        accept_drift=accept_drift,
    )
    if result.accepted:
        console.print(
            f"Accepted {result.accepted} differences; the platform's audit log has them.",
            style="yellow",
        )
    if result.logins_made:
        console.print(f"Created the logins {', '.join(result.logins_made)}.")
    for login in LOGINS:
        if login not in result.logins_made and not _knows_password(settings, login):
            console.print(
                f"The login {login} exists and its password is not known here: set "
                f"SEALEDBID_{login.removeprefix('sb_').upper()}_URL, put it into "
                f"{password_path(settings, login)}, or make new ones: sealedbid logins reset",
                style="yellow",
                markup=False,
            )
    _remove_large_objects(console, settings, conninfo)
    if result.applied:
        for migration in result.applied:
            console.print(f"  applied {migration.label}", style="dim", markup=False)
        console.print(f"Applied {len(result.applied)} migrations.")
    else:
        console.print("The schema is the newest.")


def _remove_large_objects(console: Console, settings: Settings, conninfo: str) -> None:
    """Remove large objects that tenants' statements left, if the server allows; name the rest."""
    left = remove_large_objects(conninfo, lambda login: login_conninfo(settings, login))
    for login, (count, why) in left.items():
        console.print(
            f"{login} owns {count} large objects that could not be removed: {ended(why)} They are "
            "of no organization, and a backup leaves them out.",
            style="yellow",
            markup=False,
        )


def _knows_password(settings: Settings, login: str) -> bool:
    url = getattr(settings, f"{login.removeprefix('sb_')}_url")
    return url is not None or password_path(settings, login).exists()
