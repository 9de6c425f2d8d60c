"""Files of a folder that are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sealedbid.cli.files.finding import find_text_files
from sealedbid.intelligence.errors import InaccessibleFile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "knowledge"
    for name in ["b.md", "a/z.markdown", "a/A.TXT", "logo.png", "README", ".env", ".git/notes.md"]:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", encoding="utf-8")
    return root


def test_text_files_are_found_sorted_and_the_rest_is_named(folder: Path) -> None:
    found = find_text_files(folder)
    names = [str(path.relative_to(folder)) for path in found.files]
    assert names == ["a/A.TXT", "a/z.markdown", "b.md"]
    skipped = {str(each.path.relative_to(folder)): each.reason for each in found.skipped}
    assert skipped == {
        ".env": "hidden",
        ".git": "hidden",
        "README": "neither Markdown nor plain text",
        "logo.png": "neither Markdown nor plain text",
    }


def test_no_link_is_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "secret.md"
    outside.write_text("secret", encoding="utf-8")
    (folder / "out.md").symlink_to(outside)
    (folder / "up").symlink_to(tmp_path)
    (folder / "circle.md").symlink_to(folder / "circle.md")
    (folder / "hidden.md").symlink_to(folder / ".env")
    (folder / "again").symlink_to(folder / "a")
    found = find_text_files(folder)
    assert len(found.files) == 3
    reasons = {each.path.name: each.reason for each in found.skipped}
    assert reasons["out.md"] == reasons["up"] == "a link that leads out of the folder"
    assert reasons["circle.md"] == "a link to nothing"
    assert reasons["hidden.md"] == reasons["again"] == "a link to something in the same folder"


def test_a_folder_that_is_named_by_a_link_is_read(folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(folder)
    assert len(find_text_files(link).files) == 3


def test_a_file_that_is_named_is_taken_whatever_its_name(folder: Path) -> None:
    assert find_text_files(folder / "README").files == [folder / "README"]


def test_a_pipe_in_a_folder_is_skipped(folder: Path) -> None:
    os.mkfifo(folder / "pipe.md")
    assert "not a regular file" in {each.reason for each in find_text_files(folder).skipped}


def test_a_folder_below_that_may_not_be_listed_is_skipped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listed = os.listdir

    def refuse(path: str | Path) -> list[str]:
        if Path(path).name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "listdir", refuse)  # root may list everything
    found = find_text_files(folder)
    assert found.files == [folder / "b.md"]
    assert any("may not be read" in each.reason for each in found.skipped)


@pytest.mark.parametrize("name", ["nothing", "b.md/below", "n\0l"])
def test_a_path_where_nothing_is_says_so(folder: Path, name: str) -> None:
    with pytest.raises(InaccessibleFile, match="is not there"):
        find_text_files(folder / name)


def test_a_pipe_that_is_named_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InaccessibleFile, match="not a regular file"):
        find_text_files(tmp_path / "pipe")
