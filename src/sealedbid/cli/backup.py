"""backup and restore: everything of an installation but its keys and the logins' passwords."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sealedbid.platform.backup import Manifest
    from sealedbid.platform.config import Settings

UNSEALED = 1

Url = Annotated[
    str | None,
    typer.Option(help="URL of a role that sees every row, if that of DATABASE_URL does not."),
]


def backup(
    file: Annotated[
        Path, typer.Argument(help="The file to write. Its FILE.json is written beside it.")
    ],
    url: Url = None,
) -> None:
    """Write a backup of the whole database.

    It has everything of one moment, in pg_dump's custom format. Keys of contexts and passwords of
    logins are not in it: a restore makes new ones.
    """
    from rich.console import Console

    from sealedbid.platform.backup import back_up, manifest_path
    from sealedbid.platform.config import read_settings

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    with console.status("Dumping"):
        manifest = back_up(url or _who_sees_all(read_settings()), file)
    console.print(
        f"{_counted(manifest)} in {file} ({file.stat().st_size / 1e6:.1f} MB); keep "
        f"{manifest_path(file).name} with it."
    )


def restore(
    file: Annotated[Path, typer.Argument(help="The backup, with its FILE.json beside it.")],
    url: Url = None,
) -> None:
    """Restore a backup into an empty database.

    Afterwards the number of rows of every table is compared, and the database is audited.
    """
    from rich.console import Console

    from sealedbid.isolation.audit import audit_database
    from sealedbid.platform.backup import restore as bring_back
    from sealedbid.platform.config import read_settings
    from sealedbid.platform.owner import owner_conninfo
    from sealedbid.platform.postgres.logins import login_conninfo, login_password

    console = Console(stderr=True, highlight=False, soft_wrap=True)
    settings = read_settings()
    owner = owner_conninfo(settings)
    with console.status("Restoring"):
        manifest = bring_back(
            owner,
            url or _who_sees_all(settings),
            file,
            lambda login: login_password(settings, login),
        )
        report = audit_database(login_conninfo(settings, "sb_api"))
    console.print(f"{_counted(manifest)}, as many as were dumped.")
    errors = [finding.sentence for finding in report.findings if finding.level == "error"]
    if errors:
        console.print(f"[bold red]Not sealed.[/] {errors[0]}: `sealedbid audit` has the rest.")
        raise typer.Exit(UNSEALED)
    console.print("[bold green]Sealed.[/] `sealedbid prove` attacks it.")


def _counted(manifest: Manifest) -> str:
    return f"{sum(manifest.rows.values()):,} rows of {len(manifest.rows)} tables"


def _who_sees_all(settings: Settings) -> str:
    """URL of the embedded server's superuser; of another server that of DATABASE_URL."""
    from sealedbid.platform.embedded import EmbeddedServer
    from sealedbid.platform.owner import owner_conninfo

    owner = owner_conninfo(settings)
    if settings.database_url is not None:
        return owner
    return EmbeddedServer(settings.home).url("postgres")
