"""Changes by hand are refused, or accepted and recorded; never noted unseen."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, LiteralString

import psycopg
import pytest

from sealedbid.isolation.audit import audit_database
from sealedbid.platform.migrations import (
    MigrationResult,
    apply,
    dbmate,
    export_migrations,
    files,
    migrate,
    status,
)
from sealedbid.platform.migrations.errors import DriftError, MigrationError
from sealedbid.platform.postgres.logins import login_password
from sealedbid.platform.shipped import database_files
from tests.fixtures.commands import OnDatabase
from tests.fixtures.server import Installation
from tests.isolation.mutants.catch import NOTED

pytestmark = pytest.mark.full

MakeDatabase = Callable[..., Installation]

BY_HAND: tuple[LiteralString, ...] = (
    "grant insert (requested_rank) on public.jobs to sb_tenant",
    "grant delete on public.invoices to sb_gate",
    "drop trigger event_stays on public.audit_log",
)
SENTENCES = [
    "privilege sb_gate delete public.invoices was made by no migration",
    "privilege sb_tenant insert public.jobs is not as the migrations made it",
    "trigger event_stays on public.audit_log was made by a migration and is gone",
]
NEXT = "-- migrate:up\ncreate index clients_by_hand_idx on public.clients (org_id, name);\n"
FAILS = "-- migrate:up\nselect 1 / 0;\n"


def run(installation: Installation, *, accept_drift: bool = False) -> MigrationResult:
    settings = installation.settings
    return migrate(
        installation.owner,
        lambda login: login_password(settings, login),
        accept_drift=accept_drift,
    )


def by_hand(installation: Installation, statements: tuple[LiteralString, ...] = BY_HAND) -> None:
    with installation.as_superuser() as behind:
        for statement in statements:
            behind.execute(statement)


def found(installation: Installation) -> list[str]:
    """Lints of the notes that find something."""
    report = audit_database(installation.conninfo("sb_api"))
    return [f.lint[:4] for f in report.findings if f.lint in NOTED]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., None]:
    """Adds migrations to the shipped ones, in the order given."""
    shutil.copytree(database_files(), tmp_path / "db")
    monkeypatch.setattr(files, "database_files", lambda: tmp_path / "db")
    number = int(files.all_migrations()[-1].version)

    def add(*texts: str) -> None:
        for place, text in enumerate(texts, number + 1):
            path = tmp_path / "db" / "migrations" / "core" / f"{place:04}_later_{place}.sql"
            path.write_text(text + "-- migrate:down\n")

    return add


@pytest.mark.full
def test_the_next_migration_does_not_bless_what_was_changed_by_hand(
    fresh_installation: Installation, later: Callable[..., None]
) -> None:
    by_hand(fresh_installation)
    assert found(fresh_installation) == ["0076", "0076", "0080"]
    later(NEXT)
    with pytest.raises(DriftError) as refused:
        run(fresh_installation)
    assert [line.strip() for line in str(refused.value).splitlines()[1:-1]] == SENTENCES
    assert "--accept-drift" in str(refused.value)
    assert len(status(fresh_installation.owner).pending) == 1
    assert found(fresh_installation) == ["0076", "0076", "0080"]


def test_drift_is_refused_although_nothing_is_pending(fresh_installation: Installation) -> None:
    by_hand(fresh_installation)
    with pytest.raises(DriftError):
        run(fresh_installation)


def test_what_is_accepted_is_noted_and_recorded(
    fresh_installation: Installation, later: Callable[..., None]
) -> None:
    by_hand(fresh_installation)
    later(NEXT)
    result = run(fresh_installation, accept_drift=True)
    assert (result.accepted, len(result.applied)) == (3, 1)
    assert found(fresh_installation) == []
    with fresh_installation.as_superuser() as behind:
        events = behind.execute(
            "select org_id::text, user_id, actor_kind, resource_type, resource_id,"
            " detail ->> 'noted' is null, detail ->> 'found' is null from public.audit_log"
            " where action = 'schema.drift_accepted' order by resource_type, resource_id"
        ).fetchall()
    platform = "00000000-0000-0000-0000-000000000000"
    assert events == [
        (platform, None, "installer", "privilege", "sb_gate delete public.invoices", True, False),
        (platform, None, "installer", "privilege", "sb_tenant insert public.jobs", False, False),
        (platform, None, "installer", "trigger", "event_stays on public.audit_log", False, True),
    ]
    assert run(fresh_installation, accept_drift=True).accepted == 0


def test_what_cannot_be_recorded_is_not_accepted(fresh_installation: Installation) -> None:
    by_hand(fresh_installation)
    with fresh_installation.as_superuser() as behind:
        behind.execute("drop policy recording on public.audit_log")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        run(fresh_installation, accept_drift=True)
    assert len(status(fresh_installation.owner).drift) == 4


def test_what_is_undone_is_no_drift(fresh_installation: Installation) -> None:
    with fresh_installation.as_superuser() as behind:
        behind.execute(BY_HAND[1])
        behind.execute("revoke delete on public.invoices from sb_gate")
    assert run(fresh_installation).applied == []


@pytest.mark.full
def test_a_run_that_is_cut_off_between_files_has_noted_those_before(
    fresh_installation: Installation, later: Callable[..., None]
) -> None:
    later(NEXT, FAILS)
    with pytest.raises(MigrationError, match="division by zero"):
        run(fresh_installation)
    assert len(status(fresh_installation.owner).pending) == 1
    assert status(fresh_installation.owner).drift == []
    with fresh_installation.as_superuser() as behind:
        behind.execute(BY_HAND[1])
    later(NEXT, NEXT.replace("_by_hand_", "_again_"))
    with pytest.raises(DriftError, match=r"sb_gate delete public\.invoices"):
        run(fresh_installation)


@pytest.mark.parametrize("statements", [BY_HAND, ("delete from seal.noted",)])
def test_what_is_changed_while_files_are_applied_stops_the_next_file(
    fresh_installation: Installation,
    later: Callable[..., None],
    monkeypatch: pytest.MonkeyPatch,
    statements: tuple[LiteralString, ...],
) -> None:
    """Changes by hand after the list was empty and before the file: the file itself checks."""
    later(NEXT)
    apply_pending = dbmate.apply_pending

    def meanwhile(*arguments: Any, **options: Any) -> str:
        by_hand(fresh_installation, statements)
        return apply_pending(*arguments, **options)

    monkeypatch.setattr(apply, "apply_pending", meanwhile)
    with pytest.raises(MigrationError, match="changed by hand: "):
        run(fresh_installation)
    assert len(status(fresh_installation.owner).pending) == 1
    assert len(status(fresh_installation.owner).drift) >= len(statements)


def test_notes_that_were_emptied_are_no_fresh_database(fresh_installation: Installation) -> None:
    with fresh_installation.as_superuser() as behind:
        behind.execute("delete from seal.noted")
    with pytest.raises(DriftError, match=r"and \d+ more: sealedbid migrate --status"):
        run(fresh_installation)


@pytest.mark.full
def test_a_database_that_was_never_noted_has_no_drift(make_database: MakeDatabase) -> None:
    installation = make_database(migrated=False)
    assert status(installation.owner).drift == []
    assert len(run(installation).applied) == len(files.all_migrations())
    assert status(installation.owner).drift == []
    assert found(installation) == []


@pytest.mark.full
def test_ten_at_once_over_something_pending_apply_it_once_and_see_no_drift(
    fresh_installation: Installation, later: Callable[..., None]
) -> None:
    later(NEXT, NEXT.replace("_by_hand_", "_again_"))
    with ThreadPoolExecutor(10) as threads:
        list(threads.map(run, [fresh_installation] * 10))
    assert status(fresh_installation.owner).pending == []
    assert found(fresh_installation) == []


def test_no_migration_notes_by_itself() -> None:
    noting = [m.label for m in files.all_migrations() if "select seal_private.note()" in m.sql()]
    assert noting == []


@pytest.mark.full
def test_an_export_that_is_applied_file_by_file_refuses_and_notes(
    fresh_installation: Installation, later: Callable[..., None]
) -> None:
    """Supabase's command line sends each file and its line of bookkeeping in one batch."""
    later(NEXT)
    exported = files.all_migrations()[-1].guarded_sql()
    with fresh_installation.as_superuser() as behind:
        behind.execute(BY_HAND[1])
    with fresh_installation.as_owner() as owner:
        with pytest.raises(psycopg.errors.ObjectNotInPrerequisiteState, match="changed by hand"):
            owner.execute(exported.encode())
        with fresh_installation.as_superuser() as behind:
            behind.execute("revoke delete on public.invoices from sb_gate")
        owner.execute(exported.encode())
    assert found(fresh_installation) == []


@pytest.mark.full
def test_an_export_into_an_empty_database_ends_with_its_notes(
    make_database: MakeDatabase, tmp_path: Path
) -> None:
    installation = make_database(migrated=False)
    with installation.as_owner() as owner:
        for path in export_migrations(tmp_path):
            owner.execute(path.read_bytes())
        notes = owner.execute("select count(*) from seal.noted").fetchone()
    assert notes is not None
    assert notes[0] > 1000
    assert found(installation) == []


def test_the_commands_report_drift(fresh_installation: Installation) -> None:
    by_hand(fresh_installation)
    command = OnDatabase(fresh_installation)
    for option in ("--status", "--dry-run"):
        shown = command("migrate", option)
        assert shown.returncode == 0
        assert [line[9:] for line in shown.stdout.splitlines() if "differs  " in line] == SENTENCES
    assert "3 objects of the schema were changed by hand" in command("status").stdout
    refused = command("migrate")
    assert refused.returncode == 1
    assert SENTENCES[2] in refused.stderr
    accepted = command("migrate", "--accept-drift")
    assert accepted.returncode == 0, accepted.stderr
    assert "Accepted 3 differences" in accepted.stdout
    assert command("migrate").returncode == 0
