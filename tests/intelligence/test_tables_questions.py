"""Questions of proposals: who answers, and when, is the database's to say; no job answers."""

from __future__ import annotations

from typing import Any

from psycopg import Connection
from psycopg.types.json import Jsonb

from tests.db.contexts import (
    OPEN,
    REFUSED,
    Work,
    attempt,
    make_key,
    opened,
    refused,
    scalar,
    touched,
)
from tests.db.documents import add, add_proposal, at_work, change, read, within
from tests.fixtures.people import World

pytest_plugins = ["tests.fixtures.contexts"]

HASH = b"\x07" * 32
STAMP = ("answer", "answered_by", "answered_at")


def add_question(connection: Connection[Any], proposal: Any, **values: Any) -> Any:
    return add(
        connection,
        "proposal_questions",
        **{
            "proposal_id": proposal,
            "brief_sha256": HASH,
            "key": "deadline",
            "text": "When must the answer be in?",
            "form": "date",
            "alternatives": Jsonb(["1 May 2027"]),
        }
        | values,
    )


def test_the_database_says_who_answered_and_when(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.a):
        question = add_question(api, add_proposal(api))
        assert read(api, "proposal_questions", question, *STAMP) == (None, None, None)
    with within(api, own_world.a, "admin"):
        assert change(api, "proposal_questions", question, answer="1 May 2027") == 1
        now = scalar(api, "select now()")
    with within(api, own_world.a):
        admin = own_world.a.admin.id
        assert read(api, "proposal_questions", question, *STAMP) == ("1 May 2027", admin, now)
        change(api, "proposal_questions", question, text="When is it due?", answer="1 May 2027")
        assert read(api, "proposal_questions", question, *STAMP) == ("1 May 2027", admin, now)
        change(api, "proposal_questions", question, answer=None)
        assert read(api, "proposal_questions", question, *STAMP) == (None, None, None)


def test_an_answer_that_comes_with_its_question_is_stamped_too(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        question = add_question(api, add_proposal(api), answer="1 May 2027")
        answer, by, at = read(api, "proposal_questions", question, *STAMP)
        assert (answer, by, at) == ("1 May 2027", stocked.a.member.id, scalar(api, "select now()"))


def test_a_key_answers_as_the_person_who_made_it(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.a):
        question = add_question(api, add_proposal(api))
    _, proof = make_key(api, own_world.a, rank=2)
    with api.transaction():
        scalar(api, OPEN, "key", proof, own_world.a.id)
        change(api, "proposal_questions", question, answer="1 May 2027")
        by = read(api, "proposal_questions", question, "answered_by")
    assert by == own_world.a.admin.id


def test_nobody_says_who_answered(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a, "owner"):
        question = add_question(api, add_proposal(api))
        for column, value in (("answered_by", stocked.a.viewer.id), ("answered_at", "2020-01-01")):
            with attempt(api), refused(REFUSED):
                change(api, "proposal_questions", question, **{column: value})
            with attempt(api), refused(REFUSED):
                add_question(api, add_proposal(api), answer="x", **{column: value})


def test_another_organization_neither_sees_nor_answers(
    api: Connection[Any], own_world: World
) -> None:
    with within(api, own_world.b):
        proposal = add_proposal(api)
        theirs = add_question(api, proposal)
    with opened(api, own_world.a, "owner"):
        assert touched(api, "select from public.proposal_questions") == 0
        assert change(api, "proposal_questions", theirs, answer="never") == 0
        with attempt(api), refused("23503"):
            add_question(api, proposal)
    with within(api, own_world.b, "viewer"):
        assert read(api, "proposal_questions", theirs, "answer") is None


def test_a_viewer_answers_nothing(api: Connection[Any], own_world: World) -> None:
    with within(api, own_world.a):
        question = add_question(api, add_proposal(api))
    with opened(api, own_world.a, "viewer"):
        assert read(api, "proposal_questions", question, "key") == "deadline"
        assert change(api, "proposal_questions", question, answer="1 May 2027") == 0


def test_a_job_asks_and_renews_and_answers_nothing(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api)
        answered = add_question(api, proposal, answer="1 May 2027")
    with at_work(worker, work.lease(own_world.a, "owner")):
        asked = add_question(worker, proposal, key="budget", form="money")
        assert change(worker, "proposal_questions", answered, text="When is it due?") == 1
        assert read(worker, "proposal_questions", answered, "answer") == "1 May 2027"
        for row in (asked, answered):
            with attempt(worker), refused(REFUSED):
                change(worker, "proposal_questions", row, answer="2 May 2027")
        with attempt(worker), refused(REFUSED):
            change(worker, "proposal_questions", answered, answer=None)
        with attempt(worker), refused(REFUSED):
            add_question(worker, proposal, key="start", answer="2 May 2027")


def test_a_text_of_the_brief_is_asked_once_for_each_thing(
    api: Connection[Any], stocked: World
) -> None:
    with opened(api, stocked.a):
        proposal = add_proposal(api)
        add_question(api, proposal)
        add_question(api, proposal, brief_sha256=b"\x08" * 32)
        with attempt(api), refused("23505"):
            add_question(api, proposal)


def test_questions_and_facts_go_with_their_proposal(
    api: Connection[Any], worker: Connection[Any], work: Work, own_world: World
) -> None:
    with within(api, own_world.a):
        proposal = add_proposal(api)
        add_question(api, proposal)
    with opened(api, own_world.a, "admin"):
        api.execute("delete from public.proposals where id = %s", [proposal])
        assert touched(api, "select from public.proposal_questions") == 0
