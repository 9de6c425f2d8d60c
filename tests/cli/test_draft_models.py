"""Drafts that a model writes: a scripted one behind a real socket, that keeps to its sources."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fixtures.commands import Commands, OnDatabase, environment, program
from tests.fixtures.model_server import (
    Asked,
    ModelServer,
    Script,
    answer,
    events,
    model_server,
    said,
    streamed,
)
from tests.fixtures.server import Installation
from tests.intelligence.prose.scripted import prompt_of
from tests.intelligence.prose.writers import faithful

pytestmark = pytest.mark.full

AGENCY = ("--org", "Hollin Web")
WEBSITES = """# How we build websites

Every website that we build conforms to WCAG 2.2, level AA. Three people who use screen readers test
it before it goes live. We publish an accessibility statement with what is not reached yet.

Editors write pages themselves in the content management system, without code. We train every
editor in two half days, and leave a handbook of ten pages.
"""
MUSEUM = """# A website for Linton Museum

Linton Museum needed a website on which visitors find what is on today. We designed and built it
with 22 pages and a calendar of events in 14 weeks, from March to June 2026.
"""
BRIEF = """# A new website for Wharfe Libraries

1. The website must have 6 page templates.
2. It must conform to WCAG 2.2, level AA.
3. Our staff must be able to write and publish pages without a developer.

Proposals must contain, in this order: our needs as you understand them, your approach, and a
similar project. Work starts on 03/09/2029 and takes 16 weeks. Please send your proposal to
ruth.calder@wharfe-libraries.example by 29 June 2029 at 12 noon.
"""
PRICES = '{"small": [1750000, 14000000]}'


@pytest.fixture(scope="module")
def run(
    make_database: Callable[..., Installation], tmp_path_factory: pytest.TempPathFactory
) -> Commands:
    """An installation with an agency that has two pages."""
    folder = tmp_path_factory.mktemp("knowledge")
    for name, text in (("policies/websites.md", WEBSITES), ("case-studies/linton.md", MUSEUM)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text)
    run = OnDatabase(make_database())
    assert run("ingest", str(folder), *AGENCY, "--currency", "GBP").returncode == 0
    return run


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        opened.reply = reply
        yield opened


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    path.write_text(BRIEF)
    return path


def reply(asked: Asked) -> Script:
    """Restate the sources of a section; whatever else is asked, give nothing that can be used."""
    if not asked.body.get("stream"):
        return answer(said("DROP"))
    words = faithful(prompt_of(asked.body["messages"])).split(" ")
    return streamed(events([f"{word} " for word in words]))


async def sealedbid(
    run: Commands, served: ModelServer, *arguments: str, **more: str
) -> subprocess.CompletedProcess[str]:
    """Run beside the server, which this event loop serves, with a model set."""
    named = {
        "SEALEDBID_MODEL_URL": f"{served.url}/v1",
        "SEALEDBID_MODEL_WRITER": "small",
        "SEALEDBID_MODEL_RETRIES": "0",
    }
    return await asyncio.to_thread(run, *arguments, **named | more)


async def drafted(
    run: Commands, served: ModelServer, brief: Path, *arguments: str, **more: str
) -> subprocess.CompletedProcess[str]:
    line = ("draft", str(brief), "--client", "Wharfe Libraries", *AGENCY, *arguments)
    return await sealedbid(run, served, *line, **more)


async def test_a_model_that_is_set_writes_and_its_author_alone_is_told(
    run: Commands, served: ModelServer, brief: Path, tmp_path: Path
) -> None:
    out, page, author = tmp_path / "p.md", tmp_path / "p.html", tmp_path / "a.md"
    files = ("--out", str(out), "--author", str(author))
    done = await drafted(run, served, brief, *files, SEALEDBID_MODEL_PRICES=PRICES)
    assert done.returncode == 0, done.stderr
    tokens = 28 * len(served.asked)
    cost = (21 * 1_750_000 + 7 * 14_000_000 + 999_999) // 1_000_000 * len(served.asked)
    told = f"Written by small (fast), {tokens:,} tokens, ${cost / 1_000_000:.6f}".rstrip("0")
    assert told in done.stderr
    assert told in author.read_text().replace("\\", "")
    assert "docs/how-to" not in done.stderr + author.read_text()
    listed = run("runs", "list", *AGENCY).stdout.splitlines()[1]
    assert " small " in listed
    assert f" {tokens} " in listed
    proposal = done.stderr.partition("proposals redraft ")[2].split()[0]
    again = await sealedbid(
        run, served, "proposals", "redraft", proposal, *AGENCY, "--out", str(page)
    )
    assert again.returncode == 0, again.stderr
    assert "no price is set" in again.stderr
    for document in (out.read_text(), page.read_text()):
        assert "small" not in document
        assert "tokens" not in document
    kept = run.behind("select content from public.proposal_versions")
    assert not any("composed_by" in content for (content,) in kept)


async def test_a_run_shows_model_tokens_cost_and_time_of_each_attempt(
    run: Commands, served: ModelServer, brief: Path
) -> None:
    done = await drafted(run, served, brief, "--no-watch")
    assert done.returncode == 0, done.stderr
    assert "Reading the brief" not in done.stderr
    run_id = run("runs", "list", *AGENCY).stdout.splitlines()[1].split()[0]
    shown = run("runs", "show", run_id, *AGENCY).stdout.splitlines()
    (written,) = [line.split() for line in shown if line.split()[1:2] == ["write"]]
    assert written[4] == "small"
    assert int(written[5].replace(",", "")) > 0
    assert shown[-1].startswith("fast, done; ")
    assert shown[-1].endswith(" tokens, no price is set.")


async def test_a_run_that_waits_shows_its_questions_and_goes_on_with_the_answer(
    run: Commands, served: ModelServer, brief: Path
) -> None:
    stopped = await drafted(run, served, brief, "--mode", "full")
    assert (stopped.returncode, stopped.stdout) == (1, "")
    assert "start: When does the work start?" in stopped.stderr
    assert "No draft yet: the run waits for 1 answer." in stopped.stderr
    assert not any(asked.body.get("stream") for asked in served.asked)
    run_id = stopped.stderr.partition("runs resume ")[2].split()[0]
    proposal = stopped.stderr.partition("proposals answer ")[2].split()[0]
    shown = run("runs", "show", run_id, *AGENCY).stdout
    assert "full, needs_input; " in shown
    assert f"Answer: sealedbid proposals answer {proposal} KEY VALUE" in shown
    answered = run("proposals", "answer", proposal, "start", "1", *AGENCY)
    assert f"The run goes on: `sealedbid runs resume {run_id}` shows it." in answered.stdout
    before = len(served.asked)
    done = await sealedbid(run, served, "runs", "resume", run_id, *AGENCY)
    assert done.returncode == 0, done.stderr
    assert "3 September 2029" in done.stdout
    assert "Written by small (full), " in done.stderr
    kinds = [bool(asked.body.get("stream")) for asked in served.asked[before:]]
    assert (
        kinds.index(True) == 2
    )  # the plan, told once that it is broken; the brief is not read again
    over = run("runs", "cancel", run_id, *AGENCY)
    assert (over.returncode, over.stdout) == (0, "Nothing to cancel: it is over.\n")


async def test_a_run_is_cancelled_in_the_middle_of_an_answer(
    run: Commands, served: ModelServer, brief: Path
) -> None:
    begun = asyncio.Event()

    def slow(asked: Asked) -> Script:
        if not asked.body.get("stream"):
            return reply(asked)
        begun.set()
        return streamed([each for one in events(["P | 1\n"] * 600) for each in (one, 0.1)])

    served.reply = slow
    drafting = asyncio.create_task(drafted_apart(run, served, brief))
    await asyncio.wait_for(begun.wait(), 100)
    run_id = (
        (await asyncio.to_thread(run, "runs", "list", *AGENCY)).stdout.split("\n")[1].split()[0]
    )
    ended = await asyncio.to_thread(run, "runs", "cancel", run_id, *AGENCY)
    assert ended.stdout == f"Cancelled run {run_id}.\n"
    code, told = await asyncio.wait_for(drafting, 100)
    assert code == 1
    assert "No draft: " in told
    assert "cancelled" in told
    assert "Traceback" not in told
    listed = run("runs", "list", *AGENCY).stdout.splitlines()[1]
    assert listed.split()[0] == run_id
    assert " cancelled " in listed


async def drafted_apart(run: Commands, served: ModelServer, brief: Path) -> tuple[int, str]:
    """Draft in a process of its own: commands of this process run one after another."""
    line = ("draft", str(brief), "--client", "Wharfe Libraries", *AGENCY, "--no-input")
    named = {"SEALEDBID_MODEL_URL": f"{served.url}/v1", "SEALEDBID_MODEL_WRITER": "small"}
    process = await asyncio.create_subprocess_exec(
        *program(*line),
        env=environment(**run.variables, **named),
        stdin=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    _, told = await process.communicate()
    assert process.returncode is not None
    return process.returncode, told.decode()
