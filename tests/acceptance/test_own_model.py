"""The page "Use your own model", run out of its Markdown against a small model on this machine."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import SOURCE
from tests.fixtures.real_model import real_model
from tests.fixtures.server import temporary_home

pytestmark = [pytest.mark.full, pytest.mark.timeout(500)]

PAGE = Path(SOURCE).parent / "docs" / "how-to" / "use-your-own-model.md"
BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELSEWHERE = ("pip install", "llama-server")
"""Beginnings of the commands that an environment and a fixture stand for."""
MARK = "--- end of block ---"
KEY = "sk-of-the-page-0123456789"
KNOWLEDGE = """# How we build websites

Every website that we build conforms to WCAG 2.2, level AA. Three people who use screen readers test
it before it goes live. We train every editor in two half days, and leave a handbook of ten pages.
"""
BRIEF = """# A new website for Wharfe Libraries

We need a website with 6 page templates. It must conform to WCAG 2.2, level AA.
Our budget is £12,000 without VAT. Please send your proposal by 29 June 2029 at 12 noon.
"""
BEFORE = """
mkdir knowledge && cp "$PAGES/page.md" knowledge/page.md && cp "$PAGES/brief.md" brief.md
sealedbid ingest knowledge --org "Hollin Web" --currency GBP
"""
"""The organization that the page takes to be there."""


@dataclass(frozen=True, slots=True)
class Step:
    """A block of commands, what the page says it prints, and what it printed."""

    commands: str
    said: str
    printed: str


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which a person follows the page."""
    return tmp_path_factory.mktemp("own-model")


@pytest.fixture(scope="module")
def steps(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    """All blocks, run in one shell; each vendor's address is the small model's."""
    pages = tmp_path_factory.mktemp("pages")
    (pages / "page.md").write_text(KNOWLEDGE)
    (pages / "brief.md").write_text(BRIEF)
    with real_model() as model, temporary_home() as home:
        told = _blocks(PAGE.read_text(encoding="utf-8"), model.url)
        script = "\n".join(f"{commands}echo '{MARK}'" for commands, _ in told)
        done = subprocess.run(
            ["bash", "-c", f"set -eo pipefail\n{_after_the_first(script)}"],
            cwd=folder,
            env={
                "COLUMNS": "200",
                "HOME": str(folder),
                "LANG": "C.UTF-8",
                "PAGES": str(pages),
                "PATH": f"{Path(sys.executable).parent}:{os.defpath}",
                "PYTHONPATH": SOURCE,
                "SEALEDBID_HOME": str(home),
                "SEALEDBID_MODEL_ANTHROPIC_URL": model.url,
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=450,
            check=False,
        )
        assert done.returncode == 0, done.stdout
    printed = done.stdout.split(f"{MARK}\n")
    return [Step(commands, said, out) for (commands, said), out in zip(told, printed, strict=False)]


def _blocks(page: str, url: str) -> list[tuple[str, str]]:
    """Commands with the text below them; the server is the small model, and a key is typed."""
    found: list[tuple[str, str]] = []
    for language, text in BLOCK.findall(page):
        if language == "text":
            found[-1] = (found[-1][0], text)
        elif not text.startswith(ELSEWHERE):
            found.append((text, ""))
    return [(_here(commands, url), said) for commands, said in found]


def _here(commands: str, url: str) -> str:
    here = commands.replace("https://api.openai.com/v1", f"{url}/v1")
    here = here.replace("http://127.0.0.1:8081/v1", f"{url}/v1")
    return here.replace("install -m 600", f"echo {KEY} | install -m 600")


def _after_the_first(script: str) -> str:
    """Found the organization once the page has started the database."""
    first, mark, others = script.partition(f"echo '{MARK}'\n")
    return f"{first}{BEFORE}{mark}{others}"


def _of(steps: list[Step], words: str) -> Step:
    return next(step for step in steps if words in step.commands)


def test_each_way_to_a_model_answers_the_test(steps: list[Step]) -> None:
    tests = [step for step in steps if "models test" in step.commands]
    assert len(tests) == 3
    for step in tests:
        _, row = step.printed.splitlines()
        assert re.search(r" fast, strong, writer +http://127\.0\.0\.1:\d+(/v1)? ", row), row
        assert "failed" not in row
        assert "no price" in row


def test_the_test_prints_the_table_that_the_page_shows(steps: list[Step]) -> None:
    step = next(step for step in steps if step.said)
    (said, said_row), (head, row) = step.said.splitlines(), step.printed.splitlines()
    assert said.split() == head.split()
    assert said_row.split()[:4] == row.split()[:4] == ["your-model", "fast,", "strong,", "writer"]
    assert said_row.split()[-1] == row.split()[-1]


def test_a_draft_says_to_its_author_alone_which_model_wrote_it(
    steps: list[Step], folder: Path
) -> None:
    told = re.compile(r"your-model( was asked)? \(fast\), [\d,]+ tokens, no price is set\.")
    assert told.search(_of(steps, "sealedbid draft").printed)
    assert told.search((folder / "author.md").read_text())
    assert "your-model" not in (folder / "proposal.md").read_text()
    assert "your-model" in _of(steps, "runs list").printed


def test_a_price_that_is_set_is_listed_and_no_key_is_shown(steps: list[Step]) -> None:
    assert sum("| install -m 600" in step.commands for step in steps) == 2
    assert "MODEL_PRICES" in _of(steps, "MODEL_PRICES").commands
    assert not any(KEY in step.printed for step in steps)
