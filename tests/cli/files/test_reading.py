"""Files that are read, and files that are refused, each with one sentence."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from sealedbid.cli.files.reading import read_text_file
from sealedbid.intelligence.errors import (
    BinaryFile,
    EmptyFile,
    InaccessibleFile,
    TooLargeFile,
    UndecodableFile,
    UnreadableFile,
)
from sealedbid.platform.errors import ended

GERMAN = "Für die Gäste der Straße: größere Räume, schöne Übersicht. "
POLISH = "Zażółć gęślą jaźń, proszę bardzo, dziękuję. "
RUSSIAN = "Мы строим сайты и приложения для клиник. "
JAPANESE = "私たちは患者のための予約サイトを作ります。"
FRENCH = "Déjà vu : l'été à la plage, où nous étions élèves. "


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "price-list_2026.md"


@pytest.mark.parametrize(
    ("data", "encoding", "text"),
    [
        (b"plain", "utf-8", "plain"),
        (GERMAN.encode(), "utf-8", GERMAN),
        (b"\xef\xbb\xbf" + GERMAN.encode(), "utf-8", GERMAN),
        (b"\xff\xfe" + GERMAN.encode("utf-16-le"), "utf-16", GERMAN),
        (b"\xfe\xff" + GERMAN.encode("utf-16-be"), "utf-16", GERMAN),
        (GERMAN.encode("cp1252"), "cp1252", GERMAN),
        (FRENCH.encode("cp1252"), "cp1252", FRENCH),
        ("Café £20".encode("cp1252"), "cp1252", "Café £20"),
        (POLISH.encode("cp1250"), "cp1250", POLISH),
        (RUSSIAN.encode("cp1251"), "cp1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "koi8_r", RUSSIAN),
        (JAPANESE.encode("cp932"), "cp932", JAPANESE),
    ],
)
def test_text_is_read_in_the_encoding_it_has(
    file: Path, data: bytes, encoding: str, text: str
) -> None:
    file.write_bytes(data)
    read = read_text_file(file)
    assert (read.text, read.encoding, read.name) == (text, encoding, str(file))
    assert read.sha256 == hashlib.sha256(data).digest()


def test_lines_end_in_one_way(file: Path) -> None:
    file.write_bytes(b"Windows\r\nMac\rUnix\n")
    assert read_text_file(file).text == "Windows\nMac\nUnix\n"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("# Our **prices** {#prices}\n\nHigh.", "Our prices"),
        ("Text\n\n## A [link](there) & `code`\n", "A link & code"),
        ("Our prices\n==========\n\nHigh.", "Our prices"),
        ("```\n# a comment\n```\n\n# Prices\n", "Prices"),
        ('---\nlayout: page\ntitle: "Prices: all"\n---\n# Another', "Prices: all"),
        ("---\ntitle: >\n  Folded\n---\n# Prices", "Prices"),
        ("No heading, high prices.", "Price list 2026"),
        ("#\n\nAn empty heading.", "Price list 2026"),
    ],
)
def test_a_title_is_found(file: Path, text: str, title: str) -> None:
    file.write_text(text, encoding="utf-8")
    assert read_text_file(file).title == title


def refusal(path: Path, kind: type[UnreadableFile], **limits: int) -> UnreadableFile:
    """The refusal, checked: one sentence, with the file's name and a remedy."""
    with pytest.raises(kind) as raised:
        read_text_file(path, **limits)
    error = raised.value
    assert type(error) is kind
    assert error.name == str(path)
    sentence = str(error)
    assert sentence == f"{path} {ended(error.reason)}"
    assert "\n" not in sentence
    assert ":" in error.reason
    return error


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_a_file_without_text_is_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    refusal(file, EmptyFile)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n\0\0",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"text, and a \0 in it",
        b"\x01\x02\x03 mostly \x04\x05",
        b"\xff\xfe\0\0a\0\0\0",
        "a NUL \0 between".encode("utf-16"),
    ],
)
def test_a_file_that_is_not_text_is_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    refusal(file, BinaryFile)


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xfe\xff\xd8\x00", bytes(range(128, 256)) * 9])
def test_bytes_in_no_encoding_are_refused(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    refusal(file, UndecodableFile)


def test_a_file_of_20_megabytes_is_refused_before_it_is_read(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with file.open("wb") as sparse:
        sparse.truncate(20_000_000)
    monkeypatch.setattr(os, "fdopen", Unread)
    error = refusal(file, TooLargeFile)
    assert "20.0 MB" in error.reason
    assert "5.0 MB" in error.reason


class Unread:
    """An open file that only tells its descriptor."""

    def __init__(self, handle: int, mode: str) -> None:
        self._handle = handle

    def __enter__(self) -> Unread:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self._handle)

    def fileno(self) -> int:
        return self._handle


def test_the_limit_is_the_last_size_that_is_read(file: Path) -> None:
    file.write_bytes(b"x" * 100)
    assert read_text_file(file, max_bytes=100).text == "x" * 100
    refusal(file, TooLargeFile, max_bytes=99)


def test_a_file_that_is_gone_is_refused(file: Path) -> None:
    assert "not there" in refusal(file, InaccessibleFile).reason
    assert "not there" in refusal(Path(__file__) / "below", InaccessibleFile).reason


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    refusal(tmp_path, InaccessibleFile)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    refusal(pipe, InaccessibleFile)


@pytest.fixture
def denied(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def deny(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", deny)  # root may read everything
    yield
    monkeypatch.undo()


@pytest.mark.usefixtures("denied")
def test_a_file_that_may_not_be_read_is_refused(file: Path) -> None:
    assert "give it the right" in refusal(file, InaccessibleFile).reason


def test_a_name_of_strange_bytes_can_be_printed(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9\n.md")
    path.write_bytes(b"")
    with pytest.raises(EmptyFile) as raised:
        read_text_file(path)
    str(raised.value).encode()
    assert "\n" not in str(raised.value)
    path.write_bytes(b"text")
    read_text_file(path).title.encode()
