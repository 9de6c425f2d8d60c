"""A draft of any writer is judged sentence by sentence."""

from __future__ import annotations

from collections import Counter
from uuid import uuid4

import pytest

from sealedbid.content.documents import Block, Document, Section, Sentence, Table
from sealedbid.demo.agency import CONSULTANCY, STUDIO, read_agency
from sealedbid.intelligence.grounding.subjects import client_of
from sealedbid.intelligence.models import ContentType, Match
from sealedbid.intelligence.reviewing.models import JudgedSentence
from sealedbid.intelligence.reviewing.quoting import are_terms, is_word_for_word
from sealedbid.intelligence.reviewing.reviewing import review
from sealedbid.intelligence.writer.models import Draft, Note
from sealedbid.platform.rows import replace
from tests.intelligence.composer.making import service
from tests.intelligence.grounding.composed import drafted

BRIEF = "We need load tests. Requests must be answered within 500 milliseconds."
CASE = "Errors fell from 12 to 3 percent in 2024. Five people worked for 20 weeks."
POLICY = "Load tests run weekly against a stated target. Code is public unless the client objects."


def match(text: str, title: str, kind: ContentType = "policy") -> Match:
    return Match(
        key="",
        id=uuid4(),
        source_id=uuid4(),
        source_title=title,
        chunk_no=1,
        content_type=kind,
        heading="",
        content_text=text,
        similarity=0.5,
        score=0.5,
    )


CASES = match(CASE, "Ledger, Denham County", "case_study")
POLICIES = match(POLICY, "Testing")
CARE = service("Design care", 98_000, "month", description="Eight hours a month.")


def draft_of(*blocks: Block, notes: tuple[Note, ...] = ()) -> Draft:
    return Draft(
        title="An answer",
        document=Document(
            sections=[Section(id="approach", heading="Approach", blocks=list(blocks))]
        ),
        notes=notes,
        lines=(),
        answers=(),
    )


def note(number: int, quote: str, source: Match) -> Note:
    return Note(
        number=number,
        section_id="approach",
        source_kind="knowledge",
        quote=quote,
        source_title=source.source_title,
        org_brain_id=source.id,
    )


CITED = (
    note(1, "Load tests run weekly against a stated target.", POLICIES),
    note(2, "Errors fell from 12 to 3 percent in 2024.", CASES),
)


def judged(
    *blocks: Block, notes: tuple[Note, ...] = CITED, **answers: str
) -> tuple[JudgedSentence, ...]:
    return review(
        draft_of(*blocks, notes=notes),
        brief=BRIEF,
        passages=[CASES, POLICIES],
        offers=[CARE],
        answers={key.replace("_", "."): text for key, text in answers.items()},
        client="Halloran County",
    )


def prose(*parts: Sentence) -> Block:
    return Block(
        kind="paragraph", text=" ".join(part.text for part in parts), sentences=list(parts)
    )


def test_each_sentence_is_judged_by_its_own_sources() -> None:
    found = judged(
        prose(
            Sentence(text="For Halloran County, load tests run weekly.", notes=[1]),
            Sentence(text="Errors fell from 12 to 3 percent in 2024.", notes=[2]),
            Sentence(text="Errors fell from 12 to 3 percent in 2024.", notes=[1]),
        )
    )
    assert [one.verdict for one in found] == ["supported", "supported", "unsupported"]
    assert [(one.block, one.number, one.notes) for one in found] == [
        (0, 0, (1,)),
        (0, 1, (2,)),
        (0, 2, (1,)),
    ]


@pytest.mark.parametrize(
    ("text", "verdict", "fault"),
    [
        ("Load tests run monthly.", "unsupported", "negation"),
        ("We guarantee weekly load tests.", "unsupported", "commitment"),
        ("All load tests run weekly against a stated target.", "weak", "strength"),
        ("Load tests run weekly, as [Insert name] says.", "unsupported", "placeholder"),
        ("Code is public.", "unsupported", "condition"),
    ],
)
def test_a_fault_is_told(text: str, verdict: str, fault: str) -> None:
    (one,) = judged(prose(Sentence(text=text, notes=[1])))
    assert one.verdict == verdict
    assert fault in [reason.fault for reason in one.reasons]


def test_a_sentence_without_a_source_is_unsupported_unless_it_states_nothing() -> None:
    found = judged(
        prose(Sentence(text="Two points follow."), Sentence(text="Our tests are the best."))
    )
    assert [one.verdict for one in found] == ["supported", "unsupported"]


def test_a_citation_that_was_not_given_supports_nothing() -> None:
    (one,) = judged(prose(Sentence(text="Load tests run weekly.", notes=[99])))
    assert [reason.fault for reason in one.reasons] == ["unknown source"]
    (one,) = judged(prose(Sentence(text="Load tests run weekly.", answers=["nobody"])))
    assert [reason.fault for reason in one.reasons] == ["unknown source"]


def test_a_quote_that_is_not_in_its_source_supports_nothing() -> None:
    wrong = note(1, "Load tests run daily.", POLICIES)
    (one,) = judged(
        Block(kind="paragraph", text="Load tests run daily.", notes=[1]), notes=(wrong,)
    )
    assert one.verdict == "unsupported"
    assert one.reasons[0].what == "Load tests run daily."


def test_a_block_without_sentences_stands_on_all_of_its_notes() -> None:
    block = Block(
        kind="paragraph",
        text="Load tests run weekly against a stated target."
        " Errors fell from 12 to 3 percent in 2024.",
        notes=[1, 2],
    )
    assert [one.verdict for one in judged(block)] == ["supported", "supported"]


def test_of_rows_and_computed_text_names_are_looked_up_and_of_others_figures_too() -> None:
    table = Table(head=["Who", "Hours"], sides=["left", "right"], rows=[["Ada North", "640"]])
    found = judged(
        Block(kind="paragraph", text="$389,320.00 until March 22, 2027.", computed=True),
        Block(kind="table", text="The team", computed=True, table=table),
        Block(kind="table", text="The team", computed=True, table=table, answers=["person.lead"]),
        Block(kind="heading", text="Five people"),
        Block(kind="heading", text="417 people"),
        person_lead="Ada North",
    )
    assert [(one.block, one.verdict) for one in found] == [
        (0, "supported"),
        (1, "supported"),
        (2, "supported"),
        (4, "unsupported"),
    ]
    missing = judged(Block(kind="table", text="x", computed=True, table=table))
    assert [reason.what for reason in missing[0].reasons] == ["Ada North"]


def test_the_answer_of_a_person_is_that_persons() -> None:
    block = Block(kind="paragraph", text="None.", answers=["section.subcontractors"])
    (one,) = judged(block, section_subcontractors="none")
    assert (one.verdict, one.answers) == ("supported", ("section.subcontractors",))
    own = Block(kind="paragraph", text="We will begin on 417 days.", answers=["section.start"])
    assert judged(own, section_start="we will begin on 417 days")[0].verdict == "supported"
    assert judged(own, section_start="we begin")[0].verdict == "unsupported"


@pytest.mark.full
@pytest.mark.parametrize("folder", [CONSULTANCY, STUDIO])
def test_all_that_the_composer_writes_is_supported(folder: str) -> None:
    for name in (read_agency(folder).brief.name, "short.md"):
        assignment, draft = drafted(folder, name)
        found = review(
            draft,
            brief=assignment.text,
            passages=[*assignment.recall.matches, *assignment.recall.whole],
            offers=assignment.offers,
            answers=assignment.answers,
            client=assignment.client,
        )
        assert len(found) > 20
        assert Counter(one.verdict for one in found) == {"supported": len(found)}


def test_a_changed_figure_in_the_composers_draft_is_found() -> None:
    block = Block(kind="paragraph", text="Five people worked for 21 weeks.", notes=[2])
    (one,) = judged(block)
    assert one.verdict == "unsupported"
    assert one.reasons[0].fault == "number"


@pytest.mark.parametrize(
    ("title", "client"),
    [
        ("REST API for permits, Chugach Basin Lands Office", "Chugach Basin Lands Office"),
        ("Identity and website for Museum Getij", "Museum Getij"),
        ("Flour bags for Molen & Meel", "Molen & Meel"),
        ("Relaunch für Stadtwerke Lindenau", "Stadtwerke Lindenau"),
        ("How we work", ""),
        ("Tests, always", ""),
        ("Ledger – Denham County", "Denham County"),
    ],
)
def test_the_client_of_a_case_is_read_off_its_title(title: str, client: str) -> None:
    assert client_of(title) == client


def test_words_are_compared_without_marks() -> None:
    assert is_word_for_word("We test weekly.", ["- **We** test\n  [weekly](https://x.example)."])
    assert not is_word_for_word("We test daily.", ["We test weekly."])
    assert are_terms("Oracle, load tests", "we do load tests on oracle")
    assert not are_terms("Oracle, load tests.", "we do load tests on oracle")
    assert not are_terms("Oracle, MongoDB", "we do load tests on oracle")


def test_a_client_of_another_case_is_named() -> None:
    other = replace(CASES, id=uuid4(), source_title="Permits, Talbot Lands Office")
    found = review(
        draft_of(
            prose(
                Sentence(
                    text="Talbot Lands Office saw errors fall from 12 to 3 percent in 2024.",
                    notes=[2],
                )
            ),
            notes=CITED,
        ),
        brief=BRIEF,
        passages=[CASES, POLICIES, other],
        offers=[],
        answers={},
        client="Halloran County",
    )
    assert "client" in [reason.fault for reason in found[0].reasons]
