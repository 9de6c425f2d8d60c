"""The oldest PostgreSQL that operators run; Supabase's shape has a file of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg.conninfo import make_conninfo
from psycopg.errors import InsufficientPrivilege

from sealedbid.isolation.audit import audit_database
from sealedbid.platform.config import Settings
from sealedbid.platform.migrations import files, migrate
from sealedbid.platform.migrations.errors import UnsuitableDatabaseError
from sealedbid.platform.migrations.roles import close_functions
from sealedbid.platform.postgres.logins import LOGINS, login_password
from sealedbid.platform.shipped import database_files
from tests.fixtures.leaving import new_folder
from tests.fixtures.own_server import own_server
from tests.fixtures.people import People
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

REPOSITORY = Path(__file__).parents[2] / "db" / "migrations"
OLDEST = Path("/usr/lib/postgresql/15/bin")
VECTOR = re.compile(r"\bvector[(,]|::vector")  # as the type of a column, an argument, a cast


def without_vectors(folder: Path) -> Path:
    """Copy db/ to ``folder`` without the migrations that need pgvector's type."""
    shutil.copytree(database_files(), folder / "db")
    for path in (folder / "db" / "migrations").glob("*/*.sql"):
        if VECTOR.search(path.read_text(encoding="utf-8")):
            path.unlink()
    return folder / "db"


@pytest.fixture
def oldest(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[str]:
    """The owner's connection string; tables with vectors are left out: Debian has no pgvector."""
    if not (OLDEST / "initdb").exists():
        pytest.skip("Debian's PostgreSQL 15 is not installed")
    without = without_vectors(tmp_path)
    with own_server(OLDEST, "15") as (owner, _):
        with pytest.raises(UnsuitableDatabaseError, match="install pgvector"):
            migrate(owner, str)  # the message says so
        monkeypatch.setattr(
            "sealedbid.platform.migrations.apply.check_database", lambda connection: None
        )
        monkeypatch.setattr(files, "database_files", lambda: without)
        yield owner


@pytest.fixture
def home() -> Iterator[Path]:
    home = new_folder("sealedbid-15-home-")
    yield home
    shutil.rmtree(home)


def test_the_seal_and_all_but_the_brain_stand_on_postgresql_15(oldest: str, home: Path) -> None:
    shipped = [path.name for path in REPOSITORY.glob("*/*.sql")]
    settings = Settings(home=home, database_address=oldest)
    result = migrate(oldest, lambda login: login_password(settings, login))
    applied = {migration.path.name for migration in result.applied}
    left_out = [name[5:-4] for name in sorted(shipped) if name not in applied]
    assert left_out == ["org_brain", "search", "client_intelligence"]
    people = People(Installation(settings, "sealedbid", oldest, oldest))
    world = people.world()
    with people.installation.connect("sb_api") as api:
        with api.transaction():
            api.execute("select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id))
            api.execute("insert into clients (org_id, name) values (%s, 'Ours')", (world.a.id,))
        with api.transaction():
            api.execute("select seal.open('session', %s, %s)", (world.b.member.proof, world.b.id))
            assert api.execute("select count(*) from clients").fetchone() == (0,)
        assert api.execute("select count(*) from clients").fetchone() == (0,)


def warned(installation: Installation) -> list[str]:
    """Warnings of the audit about statements that are shown or logged."""
    findings = audit_database(installation.conninfo("sb_api")).findings
    return [f.sentence for f in findings if f.lint[:4] in ("0082", "0083")]


def tracked(installation: Installation) -> list[str]:
    """Value of the setting in each login's session, after its first message."""
    found = []
    for login in LOGINS:
        with installation.connect(login) as connection:
            connection.execute("reset all")
            row = connection.execute("show track_activities").fetchone()
            assert row is not None
            found.append(row[0])
    return found


def test_an_owner_who_may_not_hide_statements_is_warned_until_a_superuser_lets_him(
    oldest: str, home: Path
) -> None:
    superuser = make_conninfo(oldest, user="postgres")
    settings = Settings(home=home, database_address=oldest)
    installation = Installation(settings, "sealedbid", oldest, superuser)

    def again() -> None:
        migrate(oldest, lambda login: login_password(settings, login))

    again()
    settings_of, functions = warned(installation)[:-1], warned(installation)[-1]
    assert settings_of == [
        f"{login} has statements tracked or logged: log_min_error_statement is error,"
        " track_activities is on"
        for login in LOGINS
    ]
    assert "may call pg_cursor(), pg_prepared_statement(), pg_stat_get_activity(int" in functions
    assert tracked(installation) == ["on"] * 4
    with installation.as_superuser() as behind:
        behind.execute(
            "grant set on parameter track_activities, log_min_error_statement to sealedbid"
        )
    again()
    assert warned(installation) == [functions]
    assert tracked(installation) == ["off"] * 4
    with installation.as_superuser() as behind:
        close_functions(behind)
    assert warned(installation) == []
    world = People(installation).world()  # the seal may still look for leftovers
    with installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (world.a.member.proof, world.a.id))
        with pytest.raises(InsufficientPrivilege), api.transaction():
            api.execute("select query from pg_stat_activity")


def test_where_somebody_closed_them_before_it_is_said_what_the_seal_needs(
    oldest: str, home: Path
) -> None:
    installation = Installation(
        Settings(home=home, database_address=oldest),
        "sealedbid",
        oldest,
        make_conninfo(oldest, user="postgres"),
    )
    with installation.as_superuser() as behind:
        behind.execute(
            "revoke execute on function pg_prepared_statement(), pg_cursor() from public"
        )
        with pytest.raises(UnsuitableDatabaseError, match="to sb_seal"):
            migrate(oldest, lambda login: login_password(installation.settings, login))
        behind.execute("grant execute on function pg_prepared_statement(), pg_cursor() to sb_seal")
    migrate(oldest, lambda login: login_password(installation.settings, login))
    People(installation).world()


def test_with_a_superuser_as_owner_the_audit_warns_of_nothing(oldest: str, home: Path) -> None:
    superuser = make_conninfo(oldest, user="postgres")
    settings = Settings(home=home, database_address=superuser)
    installation = Installation(settings, "sealedbid", superuser, superuser)
    with installation.as_superuser() as behind:
        behind.execute("alter database sealedbid owner to postgres")
    for _ in range(2):
        migrate(superuser, lambda login: login_password(settings, login))
        assert warned(installation) == []
        assert tracked(installation) == ["off"] * 4
    People(installation).world()
