"""The commands by name; the module of a command is imported when the command is chosen."""

from __future__ import annotations

from typing import Final

from typer.core import TyperGroup

from sealedbid.cli.deferred import DeferredCommand

# Each help is the first paragraph of the command's own: tests/cli/test_help.py compares them.
COMMANDS: Final = (
    DeferredCommand("up", "Start the database and bring its schema up to date.", "server:up"),
    DeferredCommand("down", "Stop the embedded database; its data stays.", "server:down"),
    DeferredCommand("status", "Show what runs and whether its schema is current.", "server:status"),
    DeferredCommand("migrate", "Bring the database's schema up to date.", "migrate:migrate"),
    DeferredCommand("ingest", "Teach an organization from files.", "ingest:ingest"),
    DeferredCommand("brief", "Show what is understood of a brief.", "brief:brief"),
    DeferredCommand("draft", "Draft a proposal that answers a brief.", "draft:draft"),
    DeferredCommand(
        "proposals",
        "Show, answer, check, approve and redraft proposals.",
        "proposals:app",
    ),
    DeferredCommand("runs", "Show the runs behind drafts, resume one, or cancel one.", "runs:app"),
    DeferredCommand("serve", "Serve the HTTP API until you stop it.", "serve:serve"),
    DeferredCommand("worker", "Run queued jobs until you stop it.", "worker:worker"),
    DeferredCommand("audit", "Check the catalog for gaps between organizations.", "audit:audit"),
    DeferredCommand("prove", "Attack a copy of the running schema.", "prove:prove"),
    DeferredCommand("backup", "Write a backup of the whole database.", "backup:backup"),
    DeferredCommand("restore", "Restore a backup into an empty database.", "backup:restore"),
    DeferredCommand("demo", "Load two agencies and let one attack the other.", "demo:demo"),
    DeferredCommand("audit-log", "Inspect and verify the audit log.", "audit_log:app"),
    DeferredCommand("jobs", "Show, retry, cancel and stop jobs.", "jobs:app"),
    DeferredCommand("schedules", "Manage recurring jobs.", "schedules:app"),
    DeferredCommand("services", "Import what is sold, and set the currency.", "services:app"),
    DeferredCommand("models", "List and test models, and set keys.", "models:app"),
    DeferredCommand("mail", "Send a mail to see where mails go.", "mail:app"),
    DeferredCommand("users", "List, create, suspend and sign out people.", "users:app"),
    DeferredCommand("orgs", "Found organizations; invite, rank and remove people.", "orgs:app"),
    DeferredCommand(
        "keys", "Create, list and end API keys; rotate the key of contexts.", "keys:app"
    ),
    DeferredCommand("logins", "Reset the passwords of the database logins.", "logins:app"),
    DeferredCommand("operator", "Appoint operators of this installation.", "operator:app"),
)

app: Final = TyperGroup(
    name="sealedbid",
    help="Sealedbid: proposals for agencies, each kept apart by the database itself.",
    commands=COMMANDS,
    no_args_is_help=True,
    rich_markup_mode=None,
)
