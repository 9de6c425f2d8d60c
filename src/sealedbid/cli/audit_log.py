"""audit-log: what happened in an organisation, and whether its log is whole."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from datetime import UTC, datetime
from typing import Annotated, TypeVar
from uuid import UUID

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from sealedbid.cli.identity import acting_for, choose, within
from sealedbid.cli.installation import owner_conninfo
from sealedbid.platform.config import read_settings
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.migrations.operators import Owner, organization_owners, platform_owners
from sealedbid.platform.postgres import Transaction
from sealedbid.system.audit_chain import parse_head, written_head
from sealedbid.system.models import AuditEvent, AuditHead
from sealedbid.system.repository import audit_heads, audit_log
from sealedbid.system.service import Verified, verify_audit_log

app = typer.Typer(help="What happened that somebody may have to answer for.", no_args_is_help=True)

Org = Annotated[
    str | None, typer.Option(help="Whose log: a name or an id, where there are several.")
]
All = Annotated[bool, typer.Option("--all", help="Of every organisation, and of the platform.")]
Result = TypeVar("Result")
FAULTY = 1
SHOWN = 20  # faults of one log


class ForeignHeadError(SealedbidError):
    """A head was given of an organisation whose log is not verified."""


@app.command()
def verify(
    org: Org = None,
    all_: All = False,
    heads: Annotated[
        list[str] | None,
        typer.Option(
            "--head",
            help="A line of `audit-log head` that was kept elsewhere; may be given again.",
        ),
    ] = None,
) -> None:
    """Compute the chain of an audit log anew, and say what does not fit.

    Ends with 1 where an event was changed, moved or put in, is missing, or the tail is cut off.
    """
    errors = Console(stderr=True, highlight=False)
    owners = _whose(errors, org, all_=all_)
    kept: dict[UUID, list[AuditHead]] = defaultdict(list)
    for org_id, head in map(parse_head, heads or []):
        kept[org_id].append(head)
    if foreign := kept.keys() - {owner.org_id for owner in owners}:
        raise ForeignHeadError(f"A head is of organisation {min(foreign)}, which is not verified.")
    console = Console(highlight=False, soft_wrap=True)
    faults = 0
    for owner in owners:
        verified = asyncio.run(_verified(errors, owner, kept[owner.org_id]))
        _print(console, owner, verified)
        faults += verified.fault_count
    if faults:
        raise typer.Exit(FAULTY)


@app.command()
def head(org: Org = None, all_: All = False) -> None:
    """Print where the chain ends, to be kept elsewhere: organisation:number:hash, one a line."""
    errors = Console(stderr=True, highlight=False)

    for owner in _whose(errors, org, all_=all_):
        found = within(str(owner.org_id), "audit-log head", audit_heads.get)
        if found is None or not found.chain_no:
            errors.print(f"{owner.name}: nothing is chained yet.", markup=False)
        else:
            typer.echo(written_head(owner.org_id, found))


@app.command("list")
def list_(org: Org = None, limit: Annotated[int, typer.Option(min=1, max=1000)] = 20) -> None:
    """The newest events of an organisation."""

    async def latest(tx: Transaction) -> list[AuditEvent]:
        return await audit_log.latest(tx, limit=limit)

    (owner,) = _whose(Console(stderr=True), org, all_=False)
    table = Table("when", "what", "of", "who", "as", "from", box=None)
    for event in within(str(owner.org_id), "audit-log list", latest):
        table.add_row(*map(escape, _cells(event)))
    Console(highlight=False, soft_wrap=True).print(table)


@app.command("erase-addresses")
def erase_addresses(
    before: Annotated[
        datetime, typer.Option(formats=["%Y-%m-%d"], help="Of events from before this day, UTC.")
    ],
    org: Org = None,
) -> None:
    """Erase the network addresses and user agents of old events; the chain stays whole."""

    async def erase(tx: Transaction) -> int:
        return await audit_log.erase_addresses(tx, before.replace(tzinfo=UTC))

    (owner,) = _whose(Console(stderr=True), org, all_=False)
    count = within(str(owner.org_id), "audit-log erase-addresses", erase)
    typer.echo(f"Events whose address is erased now: {count}.")


def _whose(errors: Console, org: str | None, *, all_: bool) -> list[Owner]:
    conninfo = owner_conninfo(read_settings())
    owners, platform = organization_owners(conninfo), platform_owners(conninfo)
    if not all_:
        return [choose(owners if org is None else owners + platform, org)]
    if not platform:
        errors.print("Nobody can read the platform's own log: `sealedbid operator appoint` first.")
    return owners + platform


async def _verified(errors: Console, owner: Owner, kept: list[AuditHead]) -> Verified:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=errors, transient=True) as bar:
        task = bar.add_task(escape(owner.name), total=None)

        def progress(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        async with acting_for(read_settings(), str(owner.org_id), "audit-log verify") as acting:
            return await verify_audit_log(acting.sealed, kept, progress=progress)


def _print(console: Console, owner: Owner, verified: Verified) -> None:
    console.print(f"{owner.name}: ", style="bold", markup=False, end="")
    if verified.fault_count:
        console.print(f"faults: {verified.fault_count}.", style="bold red")
    elif verified.rows:
        console.print(f"whole and in order, up to event {verified.last.chain_no}.", style="green")
    else:
        console.print("nothing is chained yet.")
    for fault in verified.faults[:SHOWN]:
        console.print(f"  {fault}", markup=False)
    if verified.fault_count > SHOWN:
        console.print(f"  And more: {verified.fault_count - SHOWN}.")
    if verified.erased:
        console.print(f"  Events whose address was erased: {verified.erased}.")
    if verified.unchained:
        console.print(f"  Recent events that are not chained yet: {verified.unchained}.")


def _cells(event: AuditEvent) -> list[str]:
    return [
        f"{event.created_at.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
        event.action,
        " ".join(filter(None, (event.resource_type, event.resource_id))),
        str(event.user_id or ""),
        event.actor_kind,
        str(event.ip or ""),
    ]
