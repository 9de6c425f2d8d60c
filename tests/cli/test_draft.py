"""draft: a brief becomes Markdown; one that cannot be drafted says why, and leaves nothing."""

from __future__ import annotations

import re
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.commands import Commands, OnDatabase, environment, program
from tests.fixtures.people import People
from tests.fixtures.server import Installation

BRIEF = """We need a new website with 12 pages for our bicycle shop.
It must be accessible to people who cannot see.
It must be live before 1 March 2027, and our budget is 40,000 EUR.
"""
GUIDE = "docs/how-to/use-your-own-model.md"
POLICY = """# Accessibility

We test every website with people who cannot see or cannot use a mouse, and mend what stops them.
The website is accessible before it is live.
"""


@pytest.fixture(scope="module")
def run(
    make_database: Callable[..., Installation], tmp_path_factory: pytest.TempPathFactory
) -> Commands:
    """An installation with one agency that has one page."""
    folder = tmp_path_factory.mktemp("knowledge")
    (folder / "accessibility.md").write_text(POLICY)
    run = OnDatabase(make_database())
    taught = run("ingest", str(folder), "--org", "Small Agency")
    assert taught.returncode == 0, taught.stderr
    return run


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    path.write_text(BRIEF)
    return path


def everything(run: Commands) -> list[Any]:
    return run.behind(
        "select (select count(*) from public.proposals), (select count(*) from public.jobs),"
        " (select count(*) from public.clients), (select count(*) from public.agent_runs)",
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "is not there"),
        (b"", "has no text in it"),
        (b"Hello", "holds no brief"),
        (b"\x00\x01\x02" * 100, "is not text"),
        (b"word " * (2 << 20), "split it, or leave out"),
    ],
)
@pytest.mark.full
def test_what_is_no_brief_is_one_sentence_and_nothing_is_written(
    run: Commands, tmp_path: Path, content: bytes | None, sentence: str
) -> None:
    path = tmp_path / "brief.md"
    if content is not None:
        path.write_bytes(content)
    before = everything(run)
    failed = run("draft", str(path), "--client", "Petra's Bikes")
    assert failed.returncode == 1
    assert sentence in failed.stderr
    assert "Traceback" not in failed.stderr
    assert failed.stdout == ""
    assert everything(run) == before


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--client", "X", "--org", "Nobody"), "There is no organization “Nobody”"),
        (("--client", "X", "--out", "/nowhere/at/all.md"), "choose another place for --out"),
        (("--client", "X", "--author", "/nowhere/at/all.md"), "choose another place for --author"),
        (("--client", "X", "--out", "a.docx"), "Known are .html, .htm, .md, .markdown, .txt"),
        (("--client", "X", "--out", "proposal"), "the form of --out is told by its ending"),
        (("--client", ""), "The client's name is empty or too long"),
        (("--client", "x" * 201), "The client's name is empty or too long"),
        (("--client", "X", "--org", "Small Agency", "--model", "anthropic:x"), "wants a key"),
    ],
)
def test_what_cannot_be_asked_is_one_sentence_and_nothing_is_written(
    run: Commands,
    brief: Path,
    arguments: tuple[str, ...],
    sentence: str,
) -> None:
    before = everything(run)
    failed = run("draft", str(brief), *arguments)
    assert failed.returncode == 1
    assert sentence in failed.stderr
    assert "Traceback" not in failed.stderr
    assert everything(run) == before


def test_a_brief_becomes_a_proposal(run: Commands, brief: Path, tmp_path: Path) -> None:
    other = People(run.installation).found("Other Agency")
    out, author = tmp_path / "proposal.md", tmp_path / "author.md"
    done = run(
        *("draft", str(brief), "--client", "Petra's Bikes", "--org", "small agency"),
        *("--out", str(out), "--author", str(author)),
    )
    assert done.returncode == 0, done.stderr
    assert "Petra's Bikes is a new client." in done.stderr
    assert "Reading the brief" in done.stderr
    assert done.stdout == ""
    text = out.read_text()
    assert "Proposal for **Petra's Bikes** by **Small Agency**" in text
    assert "We test every website with people who cannot see or cannot use a mouse" in text
    assert "40,000 EUR" in text
    assert "We do not offer this" not in text
    assert "We do not offer this: no service of the price list fits" in author.read_text()
    assert "We do not offer this" in done.stderr
    assert (done.stderr.count(GUIDE), author.read_text().count(GUIDE)) == (1, 1)
    assert GUIDE not in text
    with run.installation.connect("sb_api") as api, api.transaction():
        api.execute("select seal.open('session', %s, %s)", (other.owner.proof, other.id))
        for table in ("proposals", "agent_steps", "citations", "rfp_requirements", "jobs"):
            assert api.execute(f"select from public.{table}").rowcount == 0


@pytest.mark.full
def test_a_model_that_is_set_is_left_out_on_request_and_steps_are_left_unsaid(
    run: Commands, brief: Path, tmp_path: Path
) -> None:
    out = tmp_path / "proposal.md"
    arguments = ("--client", "Petra's Bikes", "--org", "Small Agency", "--out", str(out))
    done = run(
        *("draft", str(brief), *arguments, "--model", "none", "--no-watch"),
        SEALEDBID_MODEL_WRITER="anthropic:x",
    )
    assert done.returncode == 0, done.stderr
    assert "Reading the brief" not in done.stderr
    assert GUIDE not in done.stderr
    again = re.search(r"proposals redraft \S+ (.*)", done.stderr)
    assert again is not None
    assert again[1] == "--model none"


@pytest.mark.full
def test_a_person_who_leaves_is_told_what_goes_on_with_the_draft(
    run: Commands, brief: Path
) -> None:
    arguments = ("--client", "A new library", "--org", "Small Agency", "--no-worker")
    drafting = subprocess.Popen(
        program("draft", str(brief), *arguments),
        env=environment(**run.variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert drafting.stderr is not None
    with drafting:
        assert drafting.stderr.readline() == "A new library is a new client.\n"
        drafting.send_signal(signal.SIGINT)
        told = drafting.stderr.read()
    assert drafting.returncode == 130
    assert "`sealedbid worker` goes on with it" in told
    assert "Traceback" not in told
    run.behind("delete from public.jobs where status = 'queued' returning id")


@pytest.mark.full
def test_a_proposal_is_one_page_that_can_be_printed(
    run: Commands, brief: Path, tmp_path: Path
) -> None:
    out = tmp_path / "proposal.html"
    arguments = ("--client", "Petra's Bikes", "--org", "Small Agency", "--out", str(out))
    done = run("draft", str(brief), *arguments)
    assert done.returncode == 0, done.stderr
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "Petra&#39;s Bikes" in page
    assert "@page{size:" in page


@pytest.mark.full
def test_without_out_the_markdown_is_all_that_is_on_stdout(run: Commands, brief: Path) -> None:
    done = run("draft", str(brief), "--client", "Petra's Bikes", "--org", "Small Agency")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("# ")
    assert "is a new client" not in done.stderr


@pytest.mark.full
def test_a_job_that_cannot_be_done_says_why(run: Commands) -> None:
    """A payload that no version of ours has written, and an unknown type."""
    with run.installation.as_superuser() as behind:
        org = behind.execute(
            "select id from public.organizations where name = 'Small Agency'"
        ).fetchone()
        assert org is not None
        for job_type, payload in (("proposal.draft", '{"proposal": 7}'), ("sing", "{}")):
            behind.execute(
                "insert into public.jobs (org_id, job_type, payload, requested_rank)"
                " values (%s, %s, %s, 2)",
                (org[0], job_type, payload),
            )
    assert run("worker", "--until-idle").returncode == 0
    ended = run.behind(
        "select job_type, status, error ->> 'reason' from public.jobs where status = 'dead'"
        " order by 1",
    )
    assert ended == [
        ("proposal.draft", "dead", "the payload is malformed: proposal_id, proposal"),
        ("sing", "dead", "no such type of job"),
    ]
