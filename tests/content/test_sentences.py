"""Sentences of documents: found by their words, changed alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.content.documents import Block, Document, Section, Sentence, Table
from sealedbid.content.sentences import Place, add_note, find, notes_at, remove, rewrite

WORDS = ("We test.", "We test with people.", "It takes a week.", "We answer at once.")


def block(*texts: str, notes: tuple[int, ...] = (), **more: object) -> Block:
    sentences = [Sentence(text=one, notes=list(notes)) for one in texts]
    text = " ".join(texts)
    values = {"kind": "paragraph", "text": text, "sentences": sentences, "notes": list(notes)}
    return Block.model_validate({**values, **more})


def document(*blocks: Block) -> Document:
    other = Section(id="team", heading="Team", blocks=[block(*WORDS)])
    return Document(sections=[other, Section(id="approach", heading="A", blocks=list(blocks))])


def place(doc: Document, text: str, at: int = 0, number: int = 0) -> Place | None:
    return find(doc, text, section_id="approach", block=at, number=number)


def texts(doc: Document) -> list[str]:
    return [one.text for one in doc.sections[1].blocks]


def test_a_sentence_is_found_by_all_of_its_words_in_its_own_section() -> None:
    doc = document(block("We test with people.", "We test."))
    assert place(doc, "We  test.") == Place(1, 0, 1)
    assert place(doc, "We test") is None
    assert place(doc, "It takes a week.") is None
    assert find(doc, "We test.", section_id="none", block=0, number=0) is None


def test_of_the_same_sentence_twice_the_nearest_is_found() -> None:
    doc = document(block("We test.", "We test."), block("We test."))
    assert place(doc, "We test.", 0, 1) == Place(1, 0, 1)
    assert place(doc, "We test.", 1, 0) == Place(1, 1, 0)
    assert place(doc, "We test.", 9, 9) == Place(1, 1, 0)


def test_a_block_without_sentences_is_searched_and_a_table_is_not() -> None:
    table = Table(head=["A"], sides=["left"], rows=[["We test."]])
    doc = document(
        Block(kind="table", text="We test.", table=table),
        Block(kind="paragraph", text="So:\nWe test. Often.", notes=[3]),
    )
    found = place(doc, "We test.")
    assert found == Place(1, 1, None)
    assert notes_at(doc, found) == [3]
    assert texts(rewrite(doc, found, "We test.", "We try."))[1] == "So: We try. Often."
    assert texts(remove(doc, found, "We test."))[1] == "So: Often."


def test_other_words_stand_where_the_sentence_stood_with_its_citations() -> None:
    doc = document(block("We test.", "It takes a week.", notes=(1, 2)))
    found = place(doc, "It takes a week.")
    assert found is not None
    changed = rewrite(doc, found, "It takes a week.", "It takes two weeks.")
    (one,) = changed.sections[1].blocks
    assert one.text == "We test. It takes two weeks."
    assert [each.text for each in one.sentences] == ["We test.", "It takes two weeks."]
    assert one.sentences[1].notes == [1, 2]
    assert changed.sections[0] == doc.sections[0]


def test_a_block_without_text_goes_with_its_last_sentence() -> None:
    doc = document(block("We test."), block("It takes a week."))
    found = place(doc, "We test.")
    assert found is not None
    assert texts(remove(doc, found, "We test.")) == ["It takes a week."]
    whole = document(Block(kind="item", text="We test."))
    found = place(whole, "We test.")
    assert found is not None
    assert texts(remove(whole, found, "We test.")) == []


def test_a_removed_sentence_takes_only_its_own_citations_along() -> None:
    first, second = Sentence(text="One.", notes=[1, 2]), Sentence(text="Two.", notes=[2])
    doc = document(
        Block(kind="paragraph", text="One. Two.", sentences=[first, second], notes=[1, 2])
    )
    found = place(doc, "One.")
    assert found is not None
    (kept,) = remove(doc, found, "One.").sections[1].blocks
    assert (kept.text, kept.notes) == ("Two.", [2])


def test_a_citation_is_added_to_the_sentence_and_its_block() -> None:
    doc = document(block("We test.", "It takes a week.", notes=(1,)))
    found = place(doc, "We test.")
    assert found is not None
    (one,) = add_note(doc, found, 7).sections[1].blocks
    assert [each.notes for each in one.sentences] == [[1, 7], [1]]
    assert one.notes == [1, 7]


@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), min_size=1, max_size=3),
    st.data(),
)
def test_exactly_one_sentence_changes(shape: list[list[str]], data: st.DataObject) -> None:
    doc = document(*(block(*sentences) for sentences in shape))
    at = data.draw(st.integers(0, len(shape) - 1))
    number = data.draw(st.integers(0, len(shape[at]) - 1))
    old = shape[at][number]
    found = place(doc, old, at, number)
    assert found == Place(1, at, number)
    rewritten = rewrite(doc, found, old, "Something else.")
    expected = [list(sentences) for sentences in shape]
    expected[at][number] = "Something else."
    assert said(rewritten) == expected
    assert texts(rewritten) == [" ".join(one) for one in expected]
    del expected[at][number]
    removed = remove(doc, found, old)
    assert said(removed) == [one for one in expected if one]
    assert texts(removed) == [" ".join(one) for one in expected if one]


def said(doc: Document) -> list[list[str]]:
    return [[one.text for one in each.sentences] for each in doc.sections[1].blocks]


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_nothing_is_found_nowhere(text: str) -> None:
    assert place(document(block(*WORDS)), text) is None
