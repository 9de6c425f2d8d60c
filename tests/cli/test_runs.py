"""runs: what is behind a draft is shown, and resumed with a changed input."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sealedbid.intelligence.run.order import ORDERS
from tests.fixtures.commands import Commands, OnDatabase
from tests.fixtures.people import People
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full

NAMES = [step.name for step in ORDERS["fast"]]
*_, WRITING, LAST = NAMES
AGENCY = ("--org", "Small Agency")


@pytest.fixture(scope="module")
def run(
    make_database: Callable[..., Installation], tmp_path_factory: pytest.TempPathFactory
) -> Commands:
    """An installation with two agencies, one of which has drafted a proposal."""
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "access.md").write_text("# Access\n\nEvery website is tested with blind people.\n")
    brief = folder.with_name("brief.md")
    brief.write_text("We need a website with 12 pages. It must be accessible to blind people.\n")
    run = OnDatabase(make_database())
    assert run("ingest", str(folder), *AGENCY).returncode == 0
    assert run("draft", str(brief), "--client", "Petra's Bikes", *AGENCY).returncode == 0
    People(run.installation).found("Other Agency")
    return run


@pytest.fixture
def run_id(run: Commands) -> str:
    ((id,),) = run.behind("select id from public.agent_runs")
    return str(id)


def test_the_runs_of_the_organization_are_listed(run: Commands, run_id: str) -> None:
    assert run_id in run("runs", "list", *AGENCY).stdout
    assert run_id not in run("runs", "list", "--org", "Other Agency").stdout


def test_a_run_is_shown_with_what_each_step_found(run: Commands, run_id: str) -> None:
    shown = run("runs", "show", run_id, *AGENCY)
    assert [line.split()[1] for line in shown.stdout.splitlines()[1:5]] == NAMES
    assert "all stand in a source" in shown.stdout
    other = run("runs", "show", run_id, "--org", "Other Agency")
    assert (other.returncode, other.stdout) == (1, "")
    assert f"There is no run {run_id}" in other.stderr


def test_a_run_is_resumed_with_the_input_that_was_printed_and_changed(
    run: Commands, run_id: str, tmp_path: Path
) -> None:
    printed = run("runs", "show", run_id, "--input", WRITING, *AGENCY)
    given = json.loads(printed.stdout)
    given["brief"]["title"] = "A site that everybody can use"
    edited = tmp_path / "input.json"
    edited.write_text(json.dumps(given))
    resume = ("runs", "resume", run_id, "--from", WRITING, "--input", str(edited))
    other = run(*resume, "--org", "Other Agency")
    assert (other.returncode, other.stdout) == (1, "")
    done = run(*resume, *AGENCY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# A site that everybody can use\n")
    tries = [line.split() for line in run("runs", "show", run_id, *AGENCY).stdout.splitlines()[1:]]
    counting = [(line[1], line[2]) for line in tries if line[:1] == ["✓"]]
    assert counting == [(NAMES[0], "1"), (NAMES[1], "1"), (WRITING, "2"), (LAST, "2")]


@pytest.mark.parametrize(
    ("step", "content", "sentence"),
    [
        ("sing", "{}", f"choose one of {', '.join(NAMES)}"),
        (LAST, "{", "is no JSON"),
        (LAST, "[1]", "has no JSON object"),
        (LAST, '{"draft": 7}', "draft: Input should be"),
    ],
)
def test_what_cannot_be_resumed_is_one_sentence_and_nothing_is_enqueued(
    run: Commands, run_id: str, tmp_path: Path, step: str, content: str, sentence: str
) -> None:
    edited = tmp_path / "input.json"
    edited.write_text(content)
    before = run.behind("select count(*) from public.jobs")
    failed = run("runs", "resume", run_id, "--from", step, "--input", str(edited), *AGENCY)
    assert (failed.returncode, failed.stdout) == (1, "")
    assert sentence in failed.stderr
    assert "Traceback" not in failed.stderr
    assert run.behind("select count(*) from public.jobs") == before
