"""The application: every verb, registered."""

from __future__ import annotations

import typer

from sealedbid.cli import (
    audit,
    audit_log,
    backup,
    demo,
    draft,
    ingest,
    jobs,
    keys,
    logins,
    migrate,
    operator,
    prove,
    schedules,
    server,
    services,
    worker,
)

app = typer.Typer(
    help="Sealedbid: proposals for agencies, each kept apart by the database itself.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

app.command()(server.up)
app.command()(server.down)
app.command()(server.status)
app.command()(migrate.migrate)
app.command()(ingest.ingest)
app.command()(draft.draft)
app.command()(worker.worker)
app.command()(audit.audit)
app.command()(prove.prove)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(demo.demo)
app.add_typer(audit_log.app, name="audit-log")
app.add_typer(jobs.app, name="jobs")
app.add_typer(schedules.app, name="schedules")
app.add_typer(services.app, name="services")
app.add_typer(keys.app, name="keys")
app.add_typer(logins.app, name="logins")
app.add_typer(operator.app, name="operator")
