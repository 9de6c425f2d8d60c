"""Prints the events of an audit log and its verification."""

from __future__ import annotations

from datetime import UTC

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from sealedbid.cli.tables import print_table
from sealedbid.platform.config import read_settings
from sealedbid.platform.installer import Owner
from sealedbid.system.audit_log.models import AuditEvent, AuditHead
from sealedbid.system.audit_log.verifying import Verified
from sealedbid.usecases.operating.audit_logs import verify_log

SHOWN = 20  # faults of one log


def print_events(events: list[AuditEvent]) -> None:
    """Print a table with a row for each event."""
    rows = [list(map(escape, _cells(event))) for event in events]
    print_table(("when", "what", "of", "who", "as", "from"), rows)


async def verify_owners_log(errors: Console, owner: Owner, kept: list[AuditHead]) -> Verified:
    """Verify one audit log as its owner, with a progress bar."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns,
        TimeElapsedColumn(),
        console=errors,
        transient=True,
        disable=not errors.is_terminal,
    ) as bar:
        task = bar.add_task(escape(owner.name), total=None)

        def progress(done: int, of: int) -> None:
            bar.update(task, completed=done, total=of)

        return await verify_log(read_settings(), owner, kept, progress=progress)


def print_verified(console: Console, owner: Owner, verified: Verified) -> None:
    """Print a sentence about one audit log, and its first faults."""
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
        f"{event.actor_kind}, said" if event.is_said else event.actor_kind,
        str(event.ip or ""),
    ]
