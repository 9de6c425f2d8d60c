"""Judged sentences: jobs judge, people resolve, and what nothing supports stays in the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from psycopg import Connection

from tests.db.contexts import OPEN, REFUSED, Work, attempt, make_key, opened, refused, scalar
from tests.db.documents import add, add_link, add_proposal, add_version, change, move, read, within
from tests.fixtures.people import Organization, World
from tests.intelligence.judged import CLAIM, DOUBT, SOUND, content, judge, working
from tests.intelligence.passages import add_passage

pytest_plugins = ["tests.fixtures.contexts"]

CHECK = "23514"


@dataclass(frozen=True)
class Judged:
    """A proposal of organization a with three sentences, one of each verdict."""

    a: Organization
    b: Organization
    proposal: UUID
    claim: UUID
    doubt: UUID
    sound: UUID


@pytest.fixture
def judged(api: Connection[Any], worker: Connection[Any], work: Work, own_world: World) -> Judged:
    texts = (CLAIM, DOUBT, SOUND)
    with within(api, own_world.a):
        proposal = add_proposal(api, content=content(*texts))
    with working(worker, work.lease(own_world.a)):
        rows = judge(worker, proposal, texts)
    return Judged(own_world.a, own_world.b, proposal, *rows)


def resolve(connection: Connection[Any], sentence: UUID, **values: Any) -> UUID:
    return add(
        connection,
        "sentence_resolutions",
        **{"sentence_id": sentence, "resolution": "vouched"} | values,
    )


def resolutions(connection: Connection[Any], sentence: UUID) -> list[str]:
    statement = "select resolution from public.sentence_resolutions where sentence_id = %s"
    return sorted(one for (one,) in connection.execute(statement, [sentence]))


def cite(connection: Connection[Any], proposal: UUID, quote: str, passage: UUID | None) -> int:
    add(
        connection,
        "citations",
        proposal_id=proposal,
        section_id="approach",
        number=7,
        source_kind="knowledge" if passage else "brief",
        quote=quote,
        source_title="Prizes",
        org_brain_id=passage,
        position=0,
        verdict="supported",
    )
    return 7


def test_another_organization_sees_and_resolves_nothing(
    api: Connection[Any], worker: Connection[Any], work: Work, judged: Judged
) -> None:
    with opened(api, judged.b, "owner"):
        for table in ("proposal_sentences", "sentence_resolutions"):
            assert scalar(api, f"select count(*) from public.{table}") == 0
        with attempt(api), refused("23503"):
            resolve(api, judged.claim)
        assert scalar(api, "select intelligence.still_shows(%s, %s)", "{}", judged.claim) is None
        assert change(api, "proposals", judged.proposal, status="approved") == 0
    with working(worker, work.lease(judged.b, "owner")), attempt(worker), refused("23503"):
        judge(worker, judged.proposal, [CLAIM], position=9)
    with opened(api, judged.a):
        assert resolutions(api, judged.claim) == []


def test_a_viewer_reads_sentences_and_resolves_none(api: Connection[Any], judged: Judged) -> None:
    with opened(api, judged.a, "viewer"):
        assert read(api, "proposal_sentences", judged.claim, "text", "verdict") == (
            CLAIM,
            "unsupported",
        )
        with attempt(api), refused(REFUSED):
            resolve(api, judged.claim)


@pytest.mark.parametrize("role", ["member", "owner"])
def test_no_person_judges_or_takes_a_sentence_away(
    api: Connection[Any], judged: Judged, role: str
) -> None:
    with opened(api, judged.a, role):
        for column, value in (("verdict", "supported"), ("text", "We won."), ("notes", [1])):
            with attempt(api), refused(REFUSED):
                change(api, "proposal_sentences", judged.claim, **{column: value})
        with attempt(api), refused(REFUSED):
            judge(api, judged.proposal, [SOUND], position=9)
        assert api.execute("delete from public.proposal_sentences").rowcount == 0


def test_a_job_judges_anew_and_resolves_nothing(
    api: Connection[Any], worker: Connection[Any], work: Work, judged: Judged
) -> None:
    with within(api, judged.a):
        resolve(api, judged.claim)
    with working(worker, work.lease(judged.a, "owner")):
        with attempt(worker), refused(REFUSED):
            resolve(worker, judged.doubt)
        worker.execute("delete from public.proposal_sentences")
        (claim,) = judge(worker, judged.proposal, [CLAIM])
    with opened(api, judged.a):
        assert resolutions(api, claim) == resolutions(api, judged.claim) == []


def test_the_database_says_who_resolved_and_when(api: Connection[Any], judged: Judged) -> None:
    stamp = ("resolved_by", "created_at")
    with opened(api, judged.a, "admin"):
        row = resolve(api, judged.claim, reason="I was there.")
        assert read(api, "sentence_resolutions", row, *stamp) == (
            judged.a.admin.id,
            scalar(api, "select now()"),
        )
        for column, value in zip(stamp, (judged.a.viewer.id, "2020-01-01"), strict=True):
            with attempt(api), refused(REFUSED):
                resolve(api, judged.claim, **{column: value})
            with attempt(api), refused(REFUSED):
                change(api, "sentence_resolutions", row, **{column: value})


def test_a_key_resolves_as_the_person_who_made_it(api: Connection[Any], judged: Judged) -> None:
    _, proof = make_key(api, judged.a, rank=2)
    with api.transaction():
        scalar(api, OPEN, "key", proof, judged.a.id)
        row = resolve(api, judged.claim)
        assert read(api, "sentence_resolutions", row, "resolved_by") == judged.a.admin.id


@pytest.mark.parametrize(
    ("before", "to"), [((), "approved"), (("in_review",), "approved"), ((), "sent")]
)
def test_nothing_moves_on_with_an_unsupported_sentence(
    api: Connection[Any], judged: Judged, before: tuple[str, ...], to: str
) -> None:
    with opened(api, judged.a, "owner"):
        move(api, "proposals", judged.proposal, *before)
        with attempt(api), refused(CHECK):
            change(api, "proposals", judged.proposal, status=to)
        resolve(api, judged.doubt)  # a weak sentence holds nothing back, resolved or not
        with attempt(api), refused(CHECK):
            change(api, "proposals", judged.proposal, status=to)
        row = resolve(api, judged.claim)
        with attempt(api):
            move(api, "proposals", judged.proposal, to)
        api.execute("delete from public.sentence_resolutions where id = %s", [row])
        with attempt(api), refused(CHECK):
            change(api, "proposals", judged.proposal, status=to)
        move(api, "proposals", judged.proposal, "void")


def test_no_link_and_no_version_for_the_client_go_round_it(
    api: Connection[Any], judged: Judged
) -> None:
    with opened(api, judged.a, "owner"):
        add_version(api, judged.proposal)
        with attempt(api), refused(CHECK):
            add_link(api, proposal_id=judged.proposal, version=1)
        with attempt(api), refused(CHECK):
            add_version(api, judged.proposal, 2, reason="sent")
        resolve(api, judged.claim)
        add_version(api, judged.proposal, 2, reason="sent")
        add_link(api, proposal_id=judged.proposal, version=2)


def test_no_link_shows_a_version_from_before_a_sentence_was_taken_out(
    api: Connection[Any], judged: Judged
) -> None:
    with within(api, judged.a):
        add_version(api, judged.proposal, content=content(CLAIM, SOUND))
        change(api, "proposals", judged.proposal, content=content(DOUBT, SOUND))
        assert resolutions(api, judged.claim) == ["rewritten"]
        with attempt(api), refused(CHECK):
            add_link(api, proposal_id=judged.proposal, version=1)
        add_version(api, judged.proposal, 2, content=content(DOUBT, SOUND))
        add_link(api, proposal_id=judged.proposal, version=2)


@pytest.mark.parametrize("resolution", ["rewritten", "removed"])
def test_a_sentence_that_is_in_the_text_is_neither_rewritten_nor_removed(
    api: Connection[Any], judged: Judged, resolution: str
) -> None:
    with opened(api, judged.a):
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution=resolution)
        change(api, "proposals", judged.proposal, content=content(DOUBT, SOUND))
        resolve(api, judged.claim, resolution=resolution)


def test_an_edit_by_hand_resolves_what_is_gone_and_reopens_what_comes_back(
    api: Connection[Any], judged: Judged
) -> None:
    with opened(api, judged.a):
        edited = content("We won no prize.", f"  {SOUND}\n")
        change(api, "proposals", judged.proposal, content=edited)
        assert resolutions(api, judged.claim) == resolutions(api, judged.doubt) == ["rewritten"]
        assert resolutions(api, judged.sound) == []
        with attempt(api):
            move(api, "proposals", judged.proposal, "approved", "sent")
        change(api, "proposals", judged.proposal, content=content(CLAIM.replace(" ", "\n"), SOUND))
        assert resolutions(api, judged.claim) == []
        assert resolutions(api, judged.doubt) == ["rewritten"]
        with attempt(api), refused(CHECK):
            change(api, "proposals", judged.proposal, status="approved")


def test_a_sentence_that_comes_back_after_the_approval_is_not_sent(
    api: Connection[Any], judged: Judged
) -> None:
    with opened(api, judged.a):
        change(api, "proposals", judged.proposal, content=content(SOUND))
        move(api, "proposals", judged.proposal, "approved")
        change(api, "proposals", judged.proposal, content=content(SOUND, CLAIM))
        with attempt(api), refused(CHECK):
            change(api, "proposals", judged.proposal, status="sent")


def test_a_vouched_sentence_stays_vouched_through_edits(
    api: Connection[Any], judged: Judged
) -> None:
    with opened(api, judged.a):
        resolve(api, judged.claim)
        for texts in ((SOUND,), (CLAIM, SOUND)):
            change(api, "proposals", judged.proposal, content=content(*texts))
            assert resolutions(api, judged.claim) == ["vouched"]


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "paragraph", "text": f"{SOUND} {CLAIM}"},
        {"kind": "paragraph", "text": CLAIM, "sentences": []},
        {"kind": "table", "text": "x", "table": {"rows": [["a", CLAIM]]}},
        {"kind": "paragraph", "text": "x", "sentences": [{"text": CLAIM}]},
    ],
    ids=["in a block", "no sentences", "in a cell", "a sentence"],
)
def test_a_sentence_is_found_wherever_a_page_shows_it(
    api: Connection[Any], judged: Judged, block: dict[str, Any]
) -> None:
    document = {"sections": [{"id": "approach", "heading": "A", "blocks": [block]}]}
    elsewhere = {"sections": [{"id": "team", "heading": "A", "blocks": [block]}]}
    with opened(api, judged.a):
        change(api, "proposals", judged.proposal, content=document)
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution="removed")
        change(api, "proposals", judged.proposal, content=elsewhere)  # moved, and still there
        assert resolutions(api, judged.claim) == []
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution="removed")
        change(api, "proposals", judged.proposal, content=content(SOUND))
        assert resolutions(api, judged.claim) == ["rewritten"]
        change(api, "proposals", judged.proposal, content=elsewhere)
        assert resolutions(api, judged.claim) == []


def test_a_longer_sentence_with_the_same_words_is_another_one(
    api: Connection[Any], judged: Judged
) -> None:
    with opened(api, judged.a):
        longer = content(f"In 2019 we lost: {CLAIM}")
        change(api, "proposals", judged.proposal, content=longer)
        assert resolutions(api, judged.claim) == ["rewritten"]


def test_of_the_same_sentence_twice_each_is_resolved_by_itself(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api, content=content(CLAIM, CLAIM))
    with working(worker, work.lease(own_world.a)):
        one, other = judge(worker, proposal, [CLAIM, CLAIM])
    with opened(api, own_world.a):
        change(api, "proposals", proposal, content=content(CLAIM))
        assert resolutions(api, one) == resolutions(api, other) == []
        resolve(api, other, resolution="removed")
        with attempt(api), refused(CHECK):
            resolve(api, one, resolution="removed")
        with attempt(api), refused(CHECK):
            change(api, "proposals", proposal, status="approved")
        change(api, "proposals", proposal, content=content(SOUND))
        assert resolutions(api, one) == ["rewritten"]
        move(api, "proposals", proposal, "approved")


def test_a_source_says_its_quote_word_for_word_and_may_be_quoted(
    api: Connection[Any], judged: Judged
) -> None:
    text = "In 2024 we won 40 prizes for our sites."
    with opened(api, judged.a):
        passage = add_passage(api, text)
        internal = add_passage(api, f"{text} ", content_type="internal")
        for quote, at in ((f"{text} So.", passage), (text, internal), (text, None)):
            with attempt(api), refused(CHECK):
                note = cite(api, judged.proposal, quote, at)
                resolve(api, judged.claim, resolution="sourced", note=note)
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution="sourced", note=1)  # there is no such citation
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution="sourced")
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, note=1)
        note = cite(api, judged.proposal, "we won 40 prizes", passage)
        resolve(api, judged.claim, resolution="sourced", note=note)
        move(api, "proposals", judged.proposal, "sent")


def test_a_citation_of_another_proposal_is_no_source(api: Connection[Any], judged: Judged) -> None:
    with opened(api, judged.a):
        note = cite(api, add_proposal(api), "we won", add_passage(api, "we won"))
        with attempt(api), refused(CHECK):
            resolve(api, judged.claim, resolution="sourced", note=note)


def test_sentences_go_with_their_proposal(api: Connection[Any], judged: Judged) -> None:
    with opened(api, judged.a, "admin"):
        resolve(api, judged.claim)
        api.execute("delete from public.proposals where id = %s", [judged.proposal])
        for table in ("proposal_sentences", "sentence_resolutions"):
            assert scalar(api, f"select count(*) from public.{table}") == 0
