"""Rules for the tree itself."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST = 500
FIRST_RELEASE = 100
TEXT = {".py", ".sql", ".md", ".toml", ".txt", ".svg", ".html", ".css", ".js", ".json", ""}
# spelt so that this file does not match itself
REGISTRY = re.compile(r"https?://[a-z0-9.-]*(py[p]i|pythonh[o]sted|n[p]mjs|d[e]bian)\.(org|com)")
MACHINE_PATH = re.compile(r"(?<![\w./-])/(work|farm|root|home/[a-z]+)/")


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "-c", "safe.directory=*", "ls-files"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode != 0:
        pytest.skip("not a checkout: there is no list of files")
    return [path for path in listed.stdout.splitlines() if (ROOT / path).exists()]


def texts() -> dict[str, str]:
    return {
        path: (ROOT / path).read_text(encoding="utf-8")
        for path in tracked()
        if Path(path).suffix in TEXT
    }


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    long = {
        path: text.count("\n")
        for path, text in texts().items()
        if Path(path).suffix in {".py", ".sql"} and text.count("\n") > LONGEST
    }
    assert long == {}


@pytest.mark.parametrize("forbidden", [REGISTRY, MACHINE_PATH], ids=["registry", "machine path"])
def test_no_file_names_what_belongs_to_one_machine(forbidden: re.Pattern[str]) -> None:
    found = {path: match[0] for path, text in texts().items() if (match := forbidden.search(text))}
    assert found == {}


def test_migrations_have_one_number_sequence_from_the_first_release_on() -> None:
    numbers = sorted(int(Path(path).name[:4]) for path in tracked() if "db/migrations/" in path)
    assert numbers[0] == FIRST_RELEASE
    assert len(numbers) == len(set(numbers))
