"""Follows a tutorial: runs the blocks of its page in one shell, and compares what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests import SOURCE
from tests.fixtures.server import temporary_home

TUTORIALS: Final = Path(SOURCE).parent / "docs" / "tutorial"
BLOCK: Final = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ID: Final = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d \d\d:\d\d"
)
MARK: Final = "--- end of block ---"
LONGEST: Final = 250  # seconds


@dataclass(frozen=True, slots=True)
class Step:
    """A block of commands, what the page says it prints, and what it printed."""

    commands: str
    said: str
    printed: str


def follow(page: Path, folder: Path, replaced: Mapping[str, str] | None = None) -> list[Step]:
    """Run all blocks after the first, which makes the environment, in one shell.

    ``replaced`` are texts of the page that differ here, as a port.
    """
    text = page.read_text(encoding="utf-8")
    for old, new in (replaced or {}).items():
        assert old in text
        text = text.replace(old, new)
    told = _blocks(text)
    with temporary_home() as home:
        (folder / ".sealedbid").symlink_to(home)
        script = "\n".join(f"{commands}echo '{MARK}'" for commands, _ in told)
        done = subprocess.run(
            ["bash", "-c", f"set -e\n{script}"],
            cwd=folder,
            env={
                "HOME": str(folder),
                "LANG": "C.UTF-8",
                "PATH": f"{Path(sys.executable).parent}:{os.defpath}",
                "PYTHONPATH": SOURCE,
                "SEALEDBID_HOME": str(home),
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    printed = done.stdout.split(f"{MARK}\n")
    return [Step(commands, said, out) for (commands, said), out in zip(told, printed, strict=False)]


def assert_prints(step: Step) -> None:
    """Assert that the block printed what the page says; "..." stands for anything."""
    printed, at = _pieces(step.printed), 0
    for piece in map(_pieces, re.split(r"^ *\.\.\. *$|\.\.\.$", step.said, flags=re.MULTILINE)):
        assert piece in printed[at:], f"{piece}\n\nis not in\n\n{step.printed}"
        at = printed.index(piece, at) + len(piece)


def _blocks(page: str) -> list[tuple[str, str]]:
    """Commands with the text below them; without the block that makes the environment."""
    found: list[tuple[str, str]] = []
    for language, text in BLOCK.findall(page):
        if language == "sh":
            found.append((text, ""))
        else:
            found[-1] = (found[-1][0], text)
    kept = [(commands, said) for commands, said in found if "make venv" not in commands]
    return [(re.sub(r"( && )?rm -r \.sealedbid\b", "", commands), said) for commands, said in kept]


def _pieces(text: str) -> str:
    """The words on one line: terminals fold lines, and ids and clocks differ."""
    return " ".join(ID.sub("ID", text).split())
