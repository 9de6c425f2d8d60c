"""Origins: the same for the same file of the same folder, on whatever machine and wherever."""

from __future__ import annotations

import os
import shutil
import unicodedata
from pathlib import Path
from uuid import UUID

import pytest

from sealedbid.cli.files.finding import find_text_files
from sealedbid.cli.files.origins import folder_of, origin_of, place_of


@pytest.fixture
def knowledge(tmp_path: Path) -> Path:
    root = tmp_path / "knowledge"
    for name in ("voice/us.md", "note.md"):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text")
    return root


def origins(named: Path, known_as: str | None = None) -> list[str]:
    return [origin_of(file, named, known_as) for file in find_text_files(named).files]


def test_the_folders_name_comes_first_and_nothing_above_it(knowledge: Path) -> None:
    assert origins(knowledge) == ["knowledge/note.md", "knowledge/voice/us.md"]
    assert origins(knowledge / "voice") == ["voice/us.md"]


def test_a_copy_elsewhere_has_the_same_origins(knowledge: Path, tmp_path: Path) -> None:
    copy = tmp_path / "backup" / "of" / "2026" / "knowledge"
    shutil.copytree(knowledge, copy)
    assert origins(copy) == origins(knowledge)


def test_a_file_that_is_named_is_below_the_folder_it_is_in(knowledge: Path) -> None:
    assert origins(knowledge / "voice" / "us.md") == origins(knowledge / "voice")


def test_it_does_not_matter_where_one_stands(
    knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(knowledge / "voice")
    assert origins(Path("us.md")) == origins(Path()) == ["voice/us.md"]
    assert origins(Path("..")) == origins(knowledge)


def test_a_link_to_the_folder_names_the_folder(knowledge: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(knowledge)
    assert origins(tmp_path / "link") == origins(knowledge)


def test_a_part_can_be_known_as_the_part_that_it_is(knowledge: Path) -> None:
    assert origins(knowledge / "voice", "knowledge/voice/") == ["knowledge/voice/us.md"]
    file = knowledge / "voice" / "us.md"
    assert origins(file, "knowledge/voice/us.md") == ["knowledge/voice/us.md"]


def test_a_name_is_the_same_however_its_letters_are_written(tmp_path: Path) -> None:
    for number, form in enumerate(("NFC", "NFD")):
        folder = tmp_path / str(number) / "knowledge"
        folder.mkdir(parents=True)
        (folder / unicodedata.normalize("NFD" if form == "NFD" else "NFC", "Büro.md")).touch()
    assert origins(tmp_path / "0" / "knowledge") == origins(tmp_path / "1" / "knowledge")


def test_names_that_are_not_utf_8_are_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "knowledge"
    folder.mkdir()
    for letter in (b"\xe9", b"\xe8"):
        (folder / os.fsdecode(letter + b".md")).touch()
    assert origins(folder) == ["knowledge/\\xe8.md", "knowledge/\\xe9.md"]


A, B = UUID(int=1), UUID(int=2)


def test_a_folder_knows_its_files_and_where_a_file_of_an_origin_would_be(knowledge: Path) -> None:
    (knowledge / "logo.png").touch()
    found = folder_of(knowledge, find_text_files(knowledge), A)
    assert found is not None
    assert found.origin == "knowledge"
    assert sorted(found.files) == ["knowledge/note.md", "knowledge/voice/us.md"]
    assert sorted(found.unseen) == ["knowledge/logo.png"]
    file = knowledge / "voice" / "us.md"
    assert found.place_of("knowledge/voice/us.md") == place_of(file, A) != place_of(file, B)
    assert folder_of(file, find_text_files(file), A) is None


def test_a_part_and_the_whole_agree_where_a_file_is(
    knowledge: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = knowledge / "voice" / "us.md"
    part = folder_of(file.parent, find_text_files(file.parent), A, "knowledge/voice/")
    assert part is not None
    assert part.origin == "knowledge/voice"
    assert part.place_of("knowledge/voice/us.md") == place_of(file, A)
    (knowledge.parent / "link").symlink_to(knowledge)
    assert place_of(knowledge.parent / "link" / "voice" / "us.md", A) == place_of(file, A)
    monkeypatch.chdir(knowledge)
    assert place_of(Path("voice/us.md"), A) == place_of(file, A)


def test_the_place_of_a_file_is_the_same_however_its_letters_are_written(tmp_path: Path) -> None:
    composed, apart = (unicodedata.normalize(form, "Büro.md") for form in ("NFC", "NFD"))
    assert place_of(tmp_path / composed, A) == place_of(tmp_path / apart, A)
    (tmp_path / os.fsdecode(b"\xe9.md")).touch()
    found = folder_of(tmp_path, find_text_files(tmp_path), A)
    assert found is not None
    (origin,) = found.files
    assert found.place_of(origin) == place_of(tmp_path / os.fsdecode(b"\xe9.md"), A)
