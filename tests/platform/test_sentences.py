"""Messages are sentences: foreign words in them bring their own full stop, or get one."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import sealedbid
from sealedbid.platform.errors import ended

SOURCES = sorted(Path(sealedbid.__file__).parent.rglob("*.py"))
# Names of variables with foreign words.
FOREIGN = re.compile(r"\b(\w*error|\w*reason|said|why|wrong|complaint|msg|words|text)\b")
# Patterns that search briefs for questions contain "?.", which is no sentence.
PATTERNS = "sealedbid/intelligence/brief/"


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for path in SOURCES:
        yield path, ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("No such file", "No such file."),
        ("Is it still the right one?", "Is it still the right one?"),
        ("It is gone.\n", "It is gone."),
    ],
)
def test_foreign_words_end_in_one_mark(words: str, sentence: str) -> None:
    assert ended(words) == sentence


@pytest.mark.full
def test_no_message_puts_a_full_stop_behind_words_of_others() -> None:
    found = [
        f"{path.name}:{node.lineno} {ast.unparse(value)}"
        for path, tree in trees()
        if path.parts[-2:] != ("platform", "errors.py")  # which adds the full stop
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
        for value, after in zip(node.values, node.values[1:], strict=False)
        if isinstance(value, ast.FormattedValue)
        and isinstance(after, ast.Constant)
        and re.match(r"\.(\s|$)", str(after.value))
        and FOREIGN.search(ast.unparse(value.value))
        and ".strerror" not in ast.unparse(value.value)  # the system's words end without a mark
    ]
    assert found == []


def test_no_text_has_two_marks_in_a_row() -> None:
    found = [
        f"{path.name}:{node.lineno}"
        for path, tree in trees()
        if PATTERNS not in path.as_posix()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.search(r"[?!]\.(\s|$)", node.value)
    ]
    assert found == []
