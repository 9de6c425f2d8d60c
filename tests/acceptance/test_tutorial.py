"""The tutorial "Your first proposal", run out of its Markdown: it prints what it says."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import SOURCE
from tests.fixtures.server import temporary_home

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

PAGE = Path(SOURCE).parent / "docs" / "tutorial" / "first-proposal.md"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ID = re.compile(
    r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}|\d{4}-\d\d-\d\d \d\d:\d\d"
)
MARK = "--- end of block ---"
# By hand: a calendar, six templates and half days, from the price list of the tutorial.
NET = 2_400 + 6 * 640
WITH_TWO, WITH_THREE = NET + 2 * 450, NET + 3 * 450


@dataclass(frozen=True, slots=True)
class Step:
    """A block of commands, what the page says it prints, and what it printed."""

    commands: str
    said: str
    printed: str


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """All blocks after the first, which makes the environment, run in one shell."""
    told = _blocks(PAGE.read_text(encoding="utf-8"))
    folder = tmp_path_factory.mktemp("first-proposal")
    with temporary_home() as home:
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
            timeout=250,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    printed = done.stdout.split(f"{MARK}\n")
    return [Step(commands, said, out) for (commands, said), out in zip(told, printed, strict=False)]


def _blocks(page: str) -> list[tuple[str, str]]:
    """Commands with the text below them; without the block that makes the environment."""
    found: list[tuple[str, str]] = []
    for language, text in BLOCK.findall(page):
        if language == "sh":
            found.append((text, ""))
        else:
            found[-1] = (found[-1][0], text)
    kept = [(commands, said) for commands, said in found if "make venv" not in commands]
    return [(commands.replace("rm -r .sealedbid\n", ""), said) for commands, said in kept]


def _pieces(text: str) -> str:
    """The words on one line: terminals fold lines, and ids and clocks differ."""
    return " ".join(ID.sub("ID", text).split())


def test_each_block_prints_what_the_page_says(steps: list[Step]) -> None:
    assert sum(bool(step.said) for step in steps) >= 9
    for step in steps:
        printed, at = _pieces(step.printed), 0
        for piece in map(_pieces, re.split(r"^ *\.\.\. *$|\.\.\.$", step.said, flags=re.MULTILINE)):
            assert piece in printed[at:], f"{piece}\n\nis not in\n\n{step.printed}"
            at = printed.index(piece, at) + len(piece)


def test_the_sums_are_those_of_the_price_list(steps: list[Step]) -> None:
    document = next(step.printed for step in steps if "cat proposal.md" in step.commands)
    assert f"| **Before tax** |  |  | **£{WITH_TWO:,}.00** |" in document
    assert f"| **Total** |  |  | **£{WITH_TWO * 12 // 10:,}.00** |" in document
    taken_back = next(step for step in steps if "--take-back" in step.commands)
    assert f"{WITH_THREE:,}.00 GBP" in taken_back.printed


def test_the_period_begins_on_the_day_that_a_person_chose(steps: list[Step]) -> None:
    document = next(step.printed for step in steps if "cat proposal.md" in step.commands)
    assert "3 September 2029 to 21 December 2029" in document
    assert "9 March" not in document
    assert "five working days" not in document
    assert "480" not in document
