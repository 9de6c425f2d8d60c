"""Searching an organization's knowledge finds its own passages only, whatever is asked."""

from __future__ import annotations

from typing import Any

import pytest
from psycopg import ClientCursor, Connection

from tests.db.contexts import Work, opened, refused, scalar
from tests.db.documents import add_link, add_proposal, add_version, as_guest, at_work, within
from tests.fixtures.people import World
from tests.fixtures.server import Installation
from tests.intelligence.passages import MODEL, add_passage, match, texts, vector

pytest_plugins = ["tests.fixtures.contexts"]

SAME = "Accessibility audits for public clinics"


@pytest.fixture
def both(api: Connection[Any], own_world: World) -> World:
    """Both organizations have the same sentence, with the same vector."""
    for organization in (own_world.b, own_world.a):
        with within(api, organization):
            add_passage(api, SAME, 1)
            add_passage(api, f"only in {organization.id}", 1, 0.1)
    return own_world


def test_only_the_open_organizations_passages_are_found(api: Connection[Any], both: World) -> None:
    for ours, theirs in ((both.a, both.b), (both.b, both.a)):
        with opened(api, ours, "viewer"):
            found = texts(match(api, ours.id, words="audits"))
            assert found == [SAME, f"only in {ours.id}"]
            assert match(api, theirs.id, words="audits") == []
            assert match(api, None) == []


@pytest.mark.parametrize("login", ["sb_api", "sb_worker"])
def test_without_a_context_nothing_is_found(
    installation: Installation, both: World, login: Any
) -> None:
    with installation.connect(login) as connection:
        for organization in (both.a.id, both.b.id, None):
            assert match(connection, organization, words="audits") == []


def test_neither_a_guest_nor_a_person_between_organizations_finds_anything(
    api: Connection[Any], both: World
) -> None:
    with within(api, both.a):
        proposal = add_proposal(api)
        add_version(api, proposal)
        _, proof = add_link(api, proposal_id=proposal, version=1)
    with as_guest(api, both.a, proof):
        assert match(api, both.a.id) == []
    with api.transaction():
        scalar(api, "select seal.open_person(%s)", both.a.owner.proof)
        assert match(api, both.a.id) == []


def test_a_job_finds_what_its_organization_knows(
    worker: Connection[Any], work: Work, both: World
) -> None:
    with at_work(worker, work.lease(both.a)):
        assert texts(match(worker, both.a.id)) == [SAME, f"only in {both.a.id}"]
        assert match(worker, both.b.id) == []


def test_the_best_come_first_and_no_more_than_asked(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        for text, leading in (
            ("far", (0, 1)),
            ("near", (1, 0.2)),
            ("away", (-1, 0)),
            ("here", (1, 0)),
        ):
            add_passage(api, text, *leading)
        found = match(api, stocked.a.id, 1)
        assert texts(found) == ["here", "near", "far", "away"]
        similar = [similarity for _, similarity, _ in found]
        assert similar == pytest.approx([1, 0.98058, 0, -1], abs=1e-4)
        assert [score for _, _, score in found] == pytest.approx([0.8 * s for s in similar])
        assert texts(match(api, stocked.a.id, 1, limit=2)) == ["here", "near"]
        assert match(api, stocked.a.id, 1, limit=0) == []
        assert len(match(api, stocked.a.id, 1, candidates=3)) == 3
        with refused("2201W"):
            match(api, stocked.a.id, 1, limit=-1)


def test_the_same_text_of_one_type_is_found_once_with_the_best_of_its_scores(
    api: Connection[Any], both: World
) -> None:
    with within(api, both.a):
        first = scalar(api, "select id from public.org_brain where content_text = %s", SAME)
        add_passage(api, f" {SAME.upper()}\n", 1, 0.5)
        add_passage(api, SAME.replace(" ", "\n  "), 0.9, 1)
        add_passage(api, SAME, 1, content_type="policy")
    with opened(api, both.a, "viewer"):
        found = match(api, both.a.id, 0.9, 1)
        assert sorted(texts(found)) == sorted([SAME, SAME, f"only in {both.a.id}"])
        text, similarity, _ = found[0]
        assert (text, round(similarity, 3)) == (SAME, 1)
        story = match(api, both.a.id, 0.9, 1, types=["case_study"], limit=1)
        assert texts(story) == [SAME]
        ids = api.execute(
            "select id from intelligence.match_org_brain("
            "%s, %s::vector, %s, '', '{case_study}', 1)",
            (both.a.id, vector(0.9, 1), MODEL),
        ).fetchall()
        assert ids == [(first,)]
    with opened(api, both.b, "viewer"):
        assert len(match(api, both.b.id)) == 2  # its own of the same text


def test_words_decide_between_what_is_equally_near(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        add_passage(api, "Logos for bakeries", 1)
        add_passage(api, "Wij bouwen sterke merken", 1, language="dutch")
        add_passage(api, "Audits for clinics", 1)
        for words, first in (
            ("who audited a clinic?", "Audits for clinics"),
            ("logo", "Logos for bakeries"),
            ("een merk", "Wij bouwen sterke merken"),
        ):
            found = match(api, stocked.a.id, 1, words=words)
            assert texts(found)[0] == first
            assert 0.8 < found[0][2] <= 1
            assert len(found) == 3
        for nothing in ("", None, "the of and", "& | ! ( ' \\ : *"):
            scores = [score for *_, score in match(api, stocked.a.id, 1, words=nothing)]
            assert scores == pytest.approx([0.8] * 3)


def test_vectors_of_another_model_are_not_compared(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        add_passage(api, "of one")
        add_passage(api, "of the other", embedding_model="tests/other")
        assert texts(match(api, stocked.a.id)) == ["of one"]
        assert texts(match(api, stocked.a.id, model="tests/other")) == ["of the other"]
        assert match(api, stocked.a.id, model="tests/none") == []


def test_only_the_types_that_are_asked_for_are_found(api: Connection[Any], stocked: World) -> None:
    with opened(api, stocked.a):
        for content_type in ("faq", "internal", "case_study"):
            add_passage(api, content_type, content_type=content_type)
        assert set(texts(match(api, stocked.a.id))) == {"faq", "internal", "case_study"}
        assert texts(match(api, stocked.a.id, types=["faq"])) == ["faq"]
        assert set(texts(match(api, stocked.a.id, types=["faq", "bio", "internal"]))) == {
            "faq",
            "internal",
        }
        assert match(api, stocked.a.id, types=[]) == []


def test_a_search_verifies_the_context_and_not_once_a_row(
    api: Connection[Any], both: World
) -> None:
    with opened(api, both.a):
        rows = ClientCursor(api).execute(
            "explain (costs off)"
            " select * from intelligence.match_org_brain(%s, %s::vector, %s, 'audits')",
            (both.a.id, vector(1), MODEL),
        )
        plan = "\n".join(row[0] for row in rows)
    assert "Function Scan on match_org_brain" not in plan  # so the planner sees its body
    assert plan.count("One-Time Filter: ((InitPlan") == 2  # once for each reading of the table
    filters = [line for line in plan.splitlines() if "Filter:" in line or "Cond:" in line]
    assert not [line for line in filters if "seal.org(" in line], plan
