"""ingest of a folder: files that are gone, moved, copied, empty, or past their review date."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import People

ORG = ("--org", "First Agency")
TEXTS = {
    "team.md": "# Team\n\nWe are four people.\n",
    "rooms.md": "# Rooms\n\nWe rent rooms in Graz.\n",
    "tests.md": "# Tests\n\nWe test every second week.\n",
}


def fill(folder: Path) -> Path:
    """Make a folder of three files that no other folder has."""
    folder.mkdir(parents=True)
    for name, text in TEXTS.items():
        (folder / name).write_text(f"{text}\n{folder}\n")
    return folder


def known(run: Commands, folder: str) -> list[Any]:
    found = run.behind(
        "select o.name, s.origin from public.knowledge_sources s join public.organizations o"
        " on o.id = s.org_id where s.origin like %s order by 1, 2",
        f"{folder}/%",
    )
    return [(name, origin.removeprefix(f"{folder}/")) for name, origin in found]


@pytest.mark.full
def test_a_deleted_file_is_named_and_forgotten_when_told(run: Commands, tmp_path: Path) -> None:
    """small.md A4: a file deleted and its folder ingested again was still quoted."""
    folder = fill(tmp_path / "gone")
    assert run("ingest", str(folder), *ORG).returncode == 0
    other = People(run.installation).found("Other Agency")
    assert run("ingest", str(folder), "--org", str(other.id)).returncode == 0
    (folder / "rooms.md").unlink()
    told = run("ingest", str(folder), *ORG)
    assert "Gone from gone, and still known: gone/rooms.md. Ingest again with" in told.stderr
    assert "2 unchanged." in told.stderr
    assert ("First Agency", "rooms.md") in known(run, "gone")
    pruned = run("ingest", str(folder), "--prune", *ORG)
    assert (pruned.returncode, "Forgot 1 file with 1 passage: gone/rooms.md." in pruned.stderr) == (
        0,
        True,
    )
    assert known(run, "gone") == [
        ("First Agency", "team.md"),
        ("First Agency", "tests.md"),
        *(("Other Agency", name) for name in ("rooms.md", "team.md", "tests.md")),
    ]
    again = run("ingest", str(folder), "--prune", *ORG)
    assert "Nothing to forget: no known file is gone from gone." in again.stderr


@pytest.mark.full
def test_where_most_is_gone_it_takes_a_yes(run: Commands, tmp_path: Path) -> None:
    folder = fill(tmp_path / "most")
    run("ingest", str(folder), *ORG)
    for name in TEXTS:
        (folder / name).unlink()
    refused = run("ingest", str(folder), "--prune", *ORG)
    assert refused.returncode == 1
    assert "3 of 3 known files are gone from most" in refused.stderr
    assert "Nothing was forgotten: add --yes" in refused.stderr
    assert len(known(run, "most")) == 3
    folder.rmdir()
    missing = run("ingest", str(folder), "--prune", "--yes", *ORG)
    assert (missing.returncode, "is not there" in missing.stderr) == (1, True)
    assert len(known(run, "most")) == 3
    folder.mkdir()
    assert run("ingest", str(folder), "--prune", "--yes", *ORG).returncode == 0
    assert known(run, "most") == []


@pytest.mark.full
def test_a_folder_of_the_same_name_elsewhere_loses_nothing(run: Commands, tmp_path: Path) -> None:
    run("ingest", str(fill(tmp_path / "here" / "twin")), *ORG)
    there = tmp_path / "there" / "twin"
    there.mkdir(parents=True)
    (there / "else.md").write_text("# Else\n\nWe are another folder.\n")
    assert "brought by one of the same name at another place: twin/rooms.md" in (
        run("ingest", str(there), *ORG).stderr
    )
    kept = run("ingest", str(there), "--prune", "--yes", *ORG)
    assert "--elsewhere forgets them too." in kept.stderr
    assert len(known(run, "twin")) == 4
    own = run("ingest", str(there), "--origin", "twins/there", "--prune", *ORG)
    assert "twin/" not in own.stderr.replace("(as twin/else.md)", "")


@pytest.mark.full
def test_a_folder_that_was_moved_forgets_on_demand(run: Commands, tmp_path: Path) -> None:
    folder = fill(tmp_path / "before" / "moving")
    run("ingest", str(folder), *ORG)
    shutil.move(folder, tmp_path / "moving")
    (tmp_path / "moving" / "rooms.md").unlink()
    pruned = run("ingest", str(tmp_path / "moving"), "--prune", "--elsewhere", *ORG)
    assert "Forgot 1 file with 1 passage: moving/rooms.md." in pruned.stderr
    assert [name for _, name in known(run, "moving")] == ["team.md", "tests.md"]


@pytest.mark.full
def test_a_renamed_file_is_moved_and_one_of_two_copies_stays(run: Commands, tmp_path: Path) -> None:
    folder = fill(tmp_path / "names")
    run("ingest", str(folder), *ORG)
    (folder / "rooms.md").rename(folder / "halls.md")
    shutil.copy(folder / "team.md", folder / "team too.md")
    done = run("ingest", str(folder), "--prune", *ORG)
    assert "names/halls.md: moved from names/rooms.md." in done.stderr
    assert "stored once: names/team too.md (as names/team.md)." in done.stderr
    assert "1 moved, 1 with the text of another file, 2 unchanged; 1 passage." in done.stderr
    assert "Nothing to forget" in done.stderr
    assert [name for _, name in known(run, "names")] == ["halls.md", "team.md", "tests.md"]


@pytest.mark.full
def test_files_that_swap_their_names_keep_their_texts(run: Commands, tmp_path: Path) -> None:
    folder = fill(tmp_path / "swap")
    run("ingest", str(folder), *ORG)
    texts = [(folder / name).read_text() for name in ("rooms.md", "team.md")]
    for name, text in zip(("team.md", "rooms.md"), texts, strict=True):
        (folder / name).write_text(text)
    done = run("ingest", str(folder), "--prune", *ORG)
    assert "swap/rooms.md: moved from swap/team.md." in done.stderr
    assert "2 moved, 1 unchanged; 2 passages." in done.stderr
    assert "Nothing to forget" in done.stderr
    assert "3 unchanged." in run("ingest", str(folder), *ORG).stderr


def test_a_part_of_a_folder_prunes_the_part(run: Commands, tmp_path: Path) -> None:
    whole = tmp_path / "whole"
    fill(whole / "part")
    (whole / "other.md").write_text("# Other\n\nWe stay in the whole.\n")
    run("ingest", str(whole), *ORG)
    (whole / "other.md").unlink()
    (whole / "part" / "rooms.md").unlink()
    pruned = run("ingest", str(whole / "part"), "--origin", "whole/part", "--prune", *ORG)
    assert "Forgot 1 file with 1 passage: whole/part/rooms.md." in pruned.stderr
    assert "other.md" in [name for _, name in known(run, "whole")]


@pytest.mark.full
def test_a_file_that_was_emptied_or_hidden_is_not_gone(run: Commands, tmp_path: Path) -> None:
    folder = fill(tmp_path / "odd")
    run("ingest", str(folder), *ORG)
    (folder / "rooms.md").write_text("")
    (folder / "team.md").unlink()
    (folder / "team.md").symlink_to("/etc/passwd")
    done = run("ingest", str(folder), "--prune", *ORG)
    assert "Known as before, since they were not read now: odd/rooms.md." in done.stderr
    assert "Nothing to forget" in done.stderr
    assert len(known(run, "odd")) == 3


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (("one.md", "--prune"), "name the folder"),
        ((".", "--elsewhere"), "add --prune"),
    ],
)
def test_options_that_say_nothing_are_refused(
    run: Commands, tmp_path: Path, given: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "one.md").write_text("# One\n\nThis is not ingested at all.\n")
    refused = run("ingest", str(tmp_path / given[0]), *given[1:], *ORG)
    assert (refused.returncode, sentence in refused.stderr) == (1, True)
    assert known(run, tmp_path.name) == []


def test_a_file_without_passages_and_one_past_its_review_are_named(
    run: Commands, tmp_path: Path
) -> None:
    folder = tmp_path / "remarks"
    folder.mkdir()
    (folder / "empty.md").write_text("# Empty\n")
    (folder / "past.md").write_text("---\nreview_by: 2020-10-01\n---\n\nWe had a phone.\n")
    (folder / "later.md").write_text("# Later\n\nReview by 1 October 2198.\n")
    (folder / "open.md").write_text("# Open\n\nReview by 03/04/2020.\n")
    for outcome in ("4 added; 3 passages.", "4 unchanged."):
        done = run("ingest", str(folder), *ORG)
        assert done.returncode == 0
        assert "remarks/empty.md: 0 passages: it holds only a heading." in done.stderr
        assert "read again before they are quoted: remarks/past.md (1 October 2020)." in done.stderr
        assert "remarks/open.md: “03/04/2020” is no certain review date" in done.stderr
        assert outcome in done.stderr
