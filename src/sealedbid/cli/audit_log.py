"""audit-log: the events of an organization, and the verification of its log."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from sealedbid.cli.options import Org

if TYPE_CHECKING:
    from sealedbid.platform.installer import Owner
    from sealedbid.platform.postgres import Transaction
    from sealedbid.system.audit_log.models import AuditEvent

app = typer.Typer(help="Inspect and verify the audit log.", no_args_is_help=True)

All = Annotated[
    bool, typer.Option("--all", help="Every organization's log, and the platform's own.")
]
FAULTY = 1


@app.command()
def verify(
    org: Org = None,
    all_: All = False,
    heads: Annotated[
        list[str] | None,
        typer.Option(
            "--head",
            metavar="LINE",
            help="A line of `audit-log head` that you kept elsewhere. May be given several times.",
        ),
    ] = None,
) -> None:
    """Recompute the chain and report what does not fit.

    Exit code 1: an event was changed, moved, inserted or deleted, or the tail was cut off.
    """
    from rich.console import Console

    from sealedbid.cli.audit_log_report import print_verified, verify_owners_log
    from sealedbid.usecases.operating.audit_logs import heads_by_organization

    owners = _owners(org, all_=all_)
    kept = heads_by_organization(owners, heads or [])
    errors = Console(stderr=True, highlight=False)
    console = Console(highlight=False, soft_wrap=True)
    faults = 0
    for owner in owners:
        verified = asyncio.run(verify_owners_log(errors, owner, kept.get(owner.org_id, [])))
        print_verified(console, owner, verified)
        faults += verified.fault_count
    if faults:
        raise typer.Exit(FAULTY)


@app.command()
def head(org: Org = None, all_: All = False) -> None:
    """Print where the chain ends, for you to keep elsewhere.

    One line for each log: organization:number:hash. `audit-log verify --head` takes it.
    """
    from sealedbid.cli.within import within
    from sealedbid.system.audit_log.chain import written_head
    from sealedbid.system.audit_log.repository import audit_heads

    for owner in _owners(org, all_=all_):
        found = within(str(owner.org_id), "audit-log head", audit_heads.get)
        if found is None or not found.chain_no:
            typer.echo(f"{owner.name}: nothing is chained yet.", err=True)
        else:
            typer.echo(written_head(owner.org_id, found))


@app.command("list")
def list_(
    org: Org = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="How many events.")] = 20,
) -> None:
    """List the newest events of an organization."""
    from sealedbid.cli.audit_log_report import print_events
    from sealedbid.cli.within import within
    from sealedbid.platform.config import read_settings
    from sealedbid.system.audit_log.repository import audit_log
    from sealedbid.usecases.operating.audit_logs import owner_of_log

    async def latest(tx: Transaction) -> list[AuditEvent]:
        return await audit_log.latest(tx, limit=limit)

    owner = owner_of_log(read_settings(), org)
    print_events(within(str(owner.org_id), "audit-log list", latest))


@app.command("erase-addresses")
def erase_addresses(
    before: Annotated[
        datetime,
        typer.Option(
            formats=["%Y-%m-%d"],
            metavar="YYYY-MM-DD",
            help="Erase them of events from before this day (UTC).",
        ),
    ],
    org: Org = None,
) -> None:
    """Erase IP addresses and user agents of old events.

    The chain stays whole: the events themselves are kept.
    """
    from sealedbid.cli.within import within
    from sealedbid.platform.config import read_settings
    from sealedbid.system.audit_log.repository import audit_log
    from sealedbid.usecases.operating.audit_logs import owner_of_log

    async def erase(tx: Transaction) -> int:
        return await audit_log.erase_addresses(tx, before.replace(tzinfo=UTC))

    owner = owner_of_log(read_settings(), org)
    count = within(str(owner.org_id), "audit-log erase-addresses", erase)
    typer.echo(f"Events whose address is erased now: {count}.")


def _owners(org: str | None, *, all_: bool) -> list[Owner]:
    """Owners of the selected logs; says on stderr if ``--all`` has to leave one out."""
    from sealedbid.platform.config import read_settings
    from sealedbid.usecases.operating.audit_logs import owner_of_log, owners_of_all_logs

    if not all_:
        return [owner_of_log(read_settings(), org)]
    found = owners_of_all_logs(read_settings())
    if found.lacks_platform:
        typer.echo(
            "The platform's own log is left out: nobody may read it. "
            "Run `sealedbid operator appoint` first.",
            err=True,
        )
    return found.owners
