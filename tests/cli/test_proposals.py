"""proposals: listed, asked about, answered, confirmed and drafted again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fixtures.commands import Commands, OnDatabase
from tests.fixtures.people import Organization, People
from tests.fixtures.server import Installation

BRIEF = """# A site for bicycles

We need a new website with 12 pages for our bicycle shop.
It must be accessible to people who cannot see.
The shop must be reachable by telephone.
"""
POLICY = "# Access\n\nOur websites are accessible to people who cannot see: we test with them.\n"
ORG = ("--org", "Small Agency")


@pytest.fixture(scope="module")
def run(
    make_database: Callable[..., Installation], tmp_path_factory: pytest.TempPathFactory
) -> Commands:
    """An installation with an agency, and a proposal of it."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "access.md").write_text(POLICY)
    (folder / "brief.md").write_text(BRIEF)
    run = OnDatabase(make_database())
    for arguments in (
        ("ingest", str(folder / "access.md"), *ORG, "--currency", "CHF"),
        ("draft", str(folder / "brief.md"), "--client", "Petra's Bikes", *ORG, "--no-input"),
    ):
        done = run(*arguments)
        assert done.returncode == 0, done.stderr
    return run


@pytest.fixture(scope="module")
def other(run: Commands) -> Organization:
    return People(run.installation).found("Other Agency")


@pytest.fixture
def proposal(run: Commands) -> str:
    ((found,),) = run.behind("select id from public.proposals")
    return str(found)


@pytest.mark.full
def test_proposals_are_listed_for_their_organization_alone(
    run: Commands, other: Organization, proposal: str
) -> None:
    listed = run("proposals", "list", *ORG)
    assert listed.returncode == 0, listed.stderr
    for part in (proposal, "Petra's Bikes", "A site for bicycles", "draft", "0.00 CHF"):
        assert part in listed.stdout
    assert proposal not in run("proposals", "list", "--org", other.name).stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("questions", "{id}"),
        ("answer", "{id}", "deadline", "2027-05-01"),
        ("answer", "{id}", "deadline", "--take-back"),
        ("confirm", "{id}", "R1"),
        ("redraft", "{id}"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_another_organization_finds_no_such_proposal(
    run: Commands, other: Organization, proposal: str, arguments: tuple[str, ...]
) -> None:
    given = [word.format(id=proposal) for word in arguments]
    refused = run("proposals", *given, "--org", other.name)
    assert refused.returncode == 1
    assert f"There is no proposal {proposal} in this organization" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run.behind("select count(*) from public.proposal_questions") == [(0,)]


def test_a_question_is_answered_shown_and_taken_back(run: Commands, proposal: str) -> None:
    assert run("proposals", "questions", proposal, *ORG).stdout == "Nothing is asked.\n"
    said = run("proposals", "answer", proposal, "deadline", "22 December 2026 14:00", *ORG)
    assert said.stdout == "deadline: 22 December 2026, 14:00\n", said.stderr
    said = run("proposals", "answer", proposal[:20], "budget", "120k CHF", *ORG)
    assert said.stdout == "budget: 120,000 CHF\n"
    shown = run("proposals", "questions", proposal, *ORG).stdout
    for part in ("When must the answer be in?", "22 December 2026, 14:00", "120,000 CHF"):
        assert part in shown
    assert "proposals answer" not in shown  # nothing is open
    back = run("proposals", "answer", proposal, "deadline", "--take-back", *ORG)
    assert back.stdout == "deadline is open again.\n"
    assert (
        f"proposals answer {proposal} KEY VALUE"
        in run("proposals", "questions", proposal, *ORG).stdout
    )


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("answer", "{id}", "deadline", "01/02/2027"), "can be 2027-02-01 or 2027-01-02"),
        (("answer", "{id}", "budget", "a lot"), "budget: “a lot” is no sum: write it as 120000"),
        (("answer", "{id}", "colour", "red"), "Nothing asks for “colour”. Choose one of"),
        (("answer", "{id}", "deadline"), "Give either the answer, or --take-back."),
        (("confirm", "{id}", "R1", "R77"), "The brief has no requirement R77. Choose one of R"),
        (("questions", "zzz"), "There is no proposal zzz in this organization"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_what_cannot_be_said_is_one_sentence(
    run: Commands, proposal: str, arguments: tuple[str, ...], sentence: str
) -> None:
    before = run.behind("select key, answer from public.proposal_questions order by 1")
    refused = run("proposals", *[word.format(id=proposal) for word in arguments], *ORG)
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr
    assert run.behind("select key, answer from public.proposal_questions order by 1") == before


@pytest.mark.full
def test_requirements_are_confirmed_and_stay_so_in_the_next_draft(
    run: Commands, proposal: str, tmp_path: Path
) -> None:
    refs = [ref for (ref,) in run.behind("select ref from rfp_requirements order by position")]
    done = run("proposals", "confirm", proposal, refs[0], *ORG)
    assert done.stdout == f"Confirmed: {refs[0]}.\n", done.stderr
    done = run("proposals", "confirm", "--not", proposal, *refs[1:], *ORG)
    assert done.stdout == f"Does not apply: {', '.join(refs[1:])}.\n"
    out = tmp_path / "again.md"
    drafted = run("proposals", "redraft", proposal, "--out", str(out), *ORG)
    assert drafted.returncode == 0, drafted.stderr
    assert out.read_text().startswith("# ")
    states = run.behind("select answer_state from rfp_requirements order by position")
    assert states == [("confirmed",), *[("excluded",)] * (len(refs) - 1)]
    assert run.behind("select count(*) from public.agent_runs") == [(2,)]


def test_what_was_answered_is_in_the_audit_log(run: Commands, proposal: str) -> None:
    assert run("proposals", "answer", proposal, "start", "2027-01-11", *ORG).returncode == 0
    listed = run("audit-log", "list", *ORG)
    assert "proposal.answered" in listed.stdout
