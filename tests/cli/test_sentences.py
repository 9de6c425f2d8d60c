"""proposals sentences, rewrite, cite, vouch, take-out, approve, mark-sent and show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from psycopg.types.json import Jsonb

from tests.db.documents import add_proposal, within
from tests.fixtures.commands import Commands, OnDatabase
from tests.fixtures.people import Organization, People
from tests.fixtures.server import Installation
from tests.intelligence.judged import CLAIM, DOUBT, SOUND, VERDICTS, content
from tests.intelligence.passages import add_passage

QUOTE = "we won 40 prizes"
WHY = "“40” is in no [source]."
JUDGE = """
insert into public.proposal_sentences (org_id, proposal_id, position, section_id, block, number,
                                       text, verdict, reasons)
values (%s, %s, %s, 'approach', 0, %s, %s, %s, %s)
"""


@dataclass(frozen=True)
class Desk:
    """An installation with two agencies; the first has a proposal and a passage."""

    run: Commands
    proposal: str
    passage: str

    def __call__(self, *arguments: str, org: str = "Small Agency") -> str:
        """Run a command on the proposal; returns what it prints."""
        done = self.run("proposals", arguments[0], self.proposal, *arguments[1:], "--org", org)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *arguments: str, org: str = "Small Agency") -> str:
        """Run a command that fails; returns its sentence."""
        done = self.run("proposals", arguments[0], self.proposal, *arguments[1:], "--org", org)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        return " ".join(done.stderr.split())

    def text(self) -> str:
        """The first block of the proposal, as it is stored."""
        statement = "select content #>> '{sections,0,blocks,0,text}' from proposals where id = %s"
        ((text,),) = self.run.behind(statement, self.proposal)
        return str(text)


@pytest.fixture(scope="module")
def run(make_database: Callable[..., Installation]) -> Commands:
    return OnDatabase(make_database())


@pytest.fixture(scope="module")
def agency(run: Commands) -> Organization:
    people = People(run.installation)
    people.found("Other Agency")
    return people.found("Small Agency")


@pytest.fixture
def desk(run: Commands, agency: Organization) -> Desk:
    with run.installation.connect("sb_api") as api, within(api, agency):
        proposal = add_proposal(api, content=content(CLAIM, DOUBT, SOUND), title="A site")
        passage = add_passage(api, f"In 2024 {QUOTE} in Ghent.")
    with run.installation.as_superuser() as behind:
        for place, (text, verdict) in enumerate(VERDICTS.items()):
            reasons = [{"fault": "number", "what": "40", "why": WHY}] if text == CLAIM else []
            row = (agency.id, proposal, place + 1, place, text, verdict, Jsonb(reasons))
            behind.execute(JUDGE, row)
    return Desk(run, str(proposal), str(passage))


@pytest.mark.parametrize(
    "arguments",
    [
        ("sentences",),
        ("vouch", "1"),
        ("rewrite", "1", "We won."),
        ("cite", "1"),
        ("cite", "1", "--passage", "{passage}"),
        ("take-out", "1"),
        ("show",),
        ("approve",),
        ("mark-sent",),
    ],
    ids=" ".join,
)
def test_another_organization_finds_no_such_proposal(
    desk: Desk, arguments: tuple[str, ...]
) -> None:
    given = [word.format(passage=desk.passage) for word in arguments]
    assert f"There is no proposal {desk.proposal}" in desk.refused(*given, org="Other Agency")
    assert desk.text() == f"{CLAIM} {DOUBT} {SOUND}"


def test_sentences_to_check_are_shown_with_reasons_and_commands(desk: Desk) -> None:
    said = desk("sentences")
    for part in (CLAIM, "unsupported", WHY, DOUBT, "weak", "It cites nothing."):
        assert part in said
    assert SOUND not in said
    assert "3 sentences: 1 unsupported, 1 weak, 1 supported." in said
    for command in ("rewrite", "cite", "vouch", "take-out"):
        assert f"sealedbid proposals {command} {desk.proposal} NUMBER" in said
    assert SOUND in desk("sentences", "--all")


@pytest.mark.full
def test_a_proposal_with_an_unsupported_sentence_goes_nowhere(desk: Desk) -> None:
    for command in ("approve", "mark-sent"):
        said = desk.refused(command)
        assert "not ready: nothing supports 1 sentence of it." in said
        assert f"`sealedbid proposals sentences {desk.proposal}` shows them" in said
    assert desk("vouch", "1", "--reason", "I was there.") == "You answer for sentence 1.\n"
    assert "answered for by Owner on" in desk("sentences", "--all")
    assert desk("vouch", "1", "--take-back") == "Sentence 1 is open again.\n"
    desk.refused("approve")
    desk("vouch", "1")
    assert desk("approve") == "Approved.\n"
    assert desk("approve", "--take-back") == "It is a draft again.\n"
    assert desk("mark-sent") == "Sent, as version 1.\n"
    assert "The proposal is sent already." in desk.refused("mark-sent")
    assert "only drafts are written" in desk.refused("take-out", "1")


def test_a_sentence_is_rewritten_and_taken_out_of_the_text(desk: Desk, tmp_path: Path) -> None:
    said = desk("rewrite", "1", "We won prizes.")
    assert said.startswith("Sentence 1 is rewritten.\nJudged again, it is unsupported.\n- ")
    assert desk("take-out", "2") == "Sentence 2 is taken out.\n"
    assert desk.text() == f"We won prizes. {SOUND}"
    assert f"We won prizes. {SOUND}" in desk("show")
    page, author = tmp_path / "page.html", tmp_path / "author.md"
    assert desk("show", "--out", str(page), "--author", str(author)) == ""
    assert "We won prizes." in page.read_text()


@pytest.mark.full
def test_a_source_is_searched_and_cited(desk: Desk) -> None:
    listed = desk("cite", "1", "--search", "prizes in Ghent")
    assert "Nothing in your knowledge" in listed  # the passages of this test have no known vectors
    assert "word for word" in desk.refused(
        "cite", "1", "--passage", desk.passage, "--quote", "we won 41 prizes"
    )
    said = desk("cite", "1", "--passage", desk.passage[:30], "--quote", QUOTE)
    assert said.startswith("Sentence 1 has a source.\nJudged again, it is supported.\n")
    assert f"“{QUOTE}”" in said
    assert f"“{QUOTE}”" in desk("sentences", "--all")
    assert desk("approve") == "Approved.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("vouch", "9"), "The proposal has no sentence 9: its sentences are 1 to 3."),
        (("vouch", "3"), "Sentence 3 is supported"),
        (("vouch", "1", "--take-back"), "Nobody answers for sentence 1."),
        (("rewrite", "1", " "), "Give the sentence 1 to 20,000 characters"),
        (("rewrite", "1", CLAIM), "reads so already"),
        (("cite", "1", "--passage", "abc"), "The knowledge has no passage abc"),
        (("approve", "--take-back"), "The proposal is draft, and not approved."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_one_sentence(
    desk: Desk, arguments: tuple[str, ...], sentence: str
) -> None:
    assert sentence in desk.refused(*arguments)
    assert desk.text() == f"{CLAIM} {DOUBT} {SOUND}"
