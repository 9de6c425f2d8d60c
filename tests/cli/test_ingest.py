"""ingest: the knowledge in a folder, its organization, and messages about bad files."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import People

POLICY = (
    "# Testing\n\nWe test with readers every second week, and write down what they stumble over.\n"
)
STORY = (
    "# The harbour\n\nWe drew the signs of the harbour in 2024.\n\n## Result\n\nNobody is lost.\n"
)
FILES = "select count(*) from public.files"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "policies").mkdir()
    (tmp_path / "case-studies").mkdir()
    (tmp_path / "policies" / "testing.md").write_text(POLICY)
    (tmp_path / "case-studies" / "harbour.txt").write_text(STORY)
    return tmp_path


def sources(run: Commands) -> list[Any]:
    return run.behind(
        "select o.name, s.content_type, s.title, s.chunks from public.knowledge_sources s"
        " join public.organizations o on o.id = s.org_id order by 1, 2, 3",
    )


def test_without_an_organization_it_asks_for_a_name(run: Commands, folder: Path) -> None:
    refused = run("ingest", str(folder))
    assert refused.returncode == 1
    assert "creates the first." in refused.stderr
    assert "Traceback" not in refused.stderr


def test_naming_the_first_organization_founds_it(run: Commands, folder: Path) -> None:
    done = run("ingest", str(folder), "--org", "First Agency")
    assert done.returncode == 0, done.stderr
    assert "Created the organization First Agency." in done.stderr
    assert "2 added; 3 passages." in done.stderr
    assert sources(run) == [
        ("First Agency", "case_study", "The harbour", 2),
        ("First Agency", "policy", "Testing", 1),
    ]
    kept = run.behind("select convert_from(content, 'UTF8') from public.files order by 1")
    assert sorted(kept) == sorted([(STORY,), (POLICY,)])


def test_no_second_one_is_made_by_a_slip_of_the_pen(run: Commands, folder: Path) -> None:
    refused = run("ingest", str(folder), "--org", "Frist Agency")
    assert refused.returncode == 1
    assert "There is no organization “Frist Agency”; there are: First Agency." in refused.stderr


def test_the_other_organization_has_none_of_the_knowledge(run: Commands, folder: Path) -> None:
    other = People(run.installation).found("Second Agency")
    assert "Say which organization with --org" in run("ingest", str(folder)).stderr
    with run.installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (other.owner.proof, other.id))
        for table in ("knowledge_sources", "org_brain", "files"):
            assert api.execute(f"select from public.{table}").rowcount == 0
    run("ingest", str(folder / "policies"), "--org", "Second Agency")
    assert ("Second Agency", "policy", "Testing", 1) in sources(run)


def test_the_same_file_again_changes_nothing_and_another_text_replaces_it(
    run: Commands, tmp_path: Path
) -> None:
    file = tmp_path / "voice" / "us.md"
    file.parent.mkdir()
    file.write_text("# Us\n\nWe are four people in one room.\n")
    assert "1 added" in run("ingest", str(file), "--org", "First Agency").stderr
    assert "1 unchanged" in run("ingest", str(file), "--org", "First Agency").stderr
    file.write_text("# Us\n\nWe are five people in one room.\n")
    assert "1 changed" in run("ingest", str(file), "--org", "First Agency").stderr
    texts = run.behind("select content_text from public.org_brain where content_type = 'voice'")
    assert texts == [("We are five people in one room.",)]


def test_the_same_folder_elsewhere_is_the_same_knowledge(run: Commands, tmp_path: Path) -> None:
    org = ("--org", "First Agency")
    here, there = tmp_path / "laptop" / "library", tmp_path / "server" / "library"
    for name in ("voice/tone.md", "faq/tone.md"):
        (here / name).parent.mkdir(parents=True)
        (here / name).write_text(f"# {name}\n\nThis is {name} of the library.\n")
    assert "2 added" in run("ingest", str(here), *org).stderr
    shutil.copytree(here, there)
    assert "2 unchanged" in run("ingest", str(there), *org).stderr
    (there / "faq" / "tone.md").write_text("# Tone\n\nBy now we answer in a day.\n")
    assert "1 changed, 1 unchanged" in run("ingest", str(there), *org).stderr
    found = run.behind(
        "select origin from knowledge_sources where origin like 'library/%%' order by 1"
    )
    assert found == [("library/faq/tone.md",), ("library/voice/tone.md",)]


def test_a_part_is_updated_by_the_path_that_it_has_in_the_whole(
    run: Commands, tmp_path: Path
) -> None:
    org = ("--org", "First Agency")
    file = tmp_path / "archive" / "voice" / "greeting.md"
    file.parent.mkdir(parents=True)
    file.write_text("# Greeting\n\nWe say hello to everybody.\n")
    assert "1 added" in run("ingest", str(tmp_path / "archive"), *org).stderr
    file.write_text("# Greeting\n\nWe say good morning to everybody.\n")
    known_as = ("--origin", "archive/voice/greeting.md")
    assert "1 changed" in run("ingest", str(file), *known_as, *org).stderr


@pytest.mark.full
def test_no_place_of_this_machine_is_stored(run: Commands, folder: Path) -> None:
    (folder / "policies" / "testing.md").write_text("# Places\n\nWe meet where the client is.\n")
    assert "1 added" in run("ingest", str(folder), "--org", "First Agency").stderr
    columns = run.behind(
        "select format('select count(*) from %%I.%%I where %%I::text like $1', n.nspname,"
        " c.relname, a.attname) from pg_attribute a join pg_class c on c.oid = a.attrelid"
        " join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and a.attnum > 0"
        " and not a.attisdropped and n.nspname !~ '^(pg_|information_schema)'"
        " and a.atttypid in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype)"
    )
    assert len(columns) > 100
    for (statement,) in columns:
        question = statement.replace("%", "%%").replace("$1", "%s")
        assert run.behind(question, f"%{folder}%") == [(0,)], statement
        assert run.behind(question, "%file://%") == [(0,)], statement


def test_what_the_command_did_stands_in_the_audit_log(run: Commands) -> None:
    actions = run.behind(
        "select distinct action, detail ->> 'command' from public.audit_log"
        " where action = 'operator.acted'",
    )
    assert actions == [("operator.acted", "ingest")]
    live = run.behind(
        "select from seal_private.credentials c join public.profiles p on p.id = c.user_id"
        " where p.email like '%%@localhost' and c.revoked_at is null",
    )
    assert live == []  # the session ends with the command


BAD = {
    "empty.md": (b"", "has no text in it"),
    "blank.md": (b"\n \t\n", "has no text in it"),
    "picture.md": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" * 50, "is not text"),
    "large.txt": (b"word " * (4 << 20), "split it, or leave out"),
    "torn.txt": (b"\xff\xfe\x00", "is"),
}
GOOD = {
    "latin.txt": ("Überraschung im Büro, très déçu: größer schöner weiter." * 3).encode("latin-1"),
    "windows.txt": "# Prices\r\n\r\nIt’s “fixed” – always.\r\n".encode("cp1252"),
    "utf16.md": "# Würde\n\nWir antworten am selben Tag.\n".encode("utf-16"),
    "bom.md": "\ufeff# Signed\n\nWith a mark in front.\n".encode(),
}


def test_bad_files_say_why_and_the_others_go_on(run: Commands, tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        (tmp_path / name).write_bytes(content)
    for name, content in GOOD.items():
        (tmp_path / name).write_bytes(content)
    (tmp_path / "slides.pptx").write_bytes(b"x")
    (tmp_path / ".hidden.md").write_text("# Hidden\n\nNobody asked for this.\n")
    (tmp_path / "link.md").symlink_to("/etc/passwd")
    before = len(sources(run))
    done = run("ingest", str(tmp_path), "--org", "First Agency")
    assert done.returncode == 1
    for name, (_, sentence) in BAD.items():
        line = next(line for line in done.stderr.splitlines() if name in line)
        assert sentence in line
    assert f"{len(GOOD)} added, {len(BAD)} not read" in done.stderr
    assert "Left out: 1, neither Markdown nor plain text (slides.pptx)." in done.stderr
    assert "Left out: 1, hidden." in done.stderr
    assert "Left out: 1, a link that leads out of the folder (link.md)." in done.stderr
    assert len(sources(run)) == before + len(GOOD)
    read = " ".join(text for (text,) in run.behind("select content_text from org_brain"))
    assert "It’s “fixed” – always." in read
    assert "größer" in read
    assert "root:" not in read


@pytest.mark.parametrize("name", BAD)
def test_one_bad_file_leaves_the_database_as_it_was(
    run: Commands, tmp_path: Path, name: str
) -> None:
    content, sentence = BAD[name]
    (tmp_path / name).write_bytes(content)
    before = run.behind(FILES), sources(run)
    failed = run("ingest", str(tmp_path / name), "--org", "First Agency")
    assert failed.returncode == 1
    assert sentence in failed.stderr
    assert (
        run.behind("select count(*) from public.files"),
        sources(run),
    ) == before


def test_what_is_not_there_is_one_sentence(run: Commands, tmp_path: Path) -> None:
    failed = run("ingest", str(tmp_path / "nowhere"), "--org", "First Agency")
    assert failed.returncode == 1
    assert "is not there" in failed.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_of_somebody_else_is_one_sentence(run: Commands, tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nText.\n")
    (tmp_path / "secret.md").chmod(0)
    failed = run("ingest", str(tmp_path / "secret.md"), "--org", "First Agency")
    assert failed.returncode == 1
    assert "may not be read by this account" in failed.stderr
