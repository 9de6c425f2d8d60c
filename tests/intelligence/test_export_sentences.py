"""Sentences in documents: notes behind each for the client, verdicts for the author alone."""

from __future__ import annotations

import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from markdown_it import MarkdownIt

from sealedbid.content.author import Author
from sealedbid.content.documents import Block, Document, Section
from sealedbid.intelligence.export import author_of, in_short, to_html, to_markdown
from sealedbid.intelligence.grounding.models import Judged, Reason
from sealedbid.intelligence.models import ProposalSentence
from sealedbid.intelligence.presenting import Presented, SentenceShown
from tests.intelligence.presented import citation, shown

CITED = [citation(1, "Security"), citation(2, "Tests"), citation(3, "Team | <b>")]
HOSTILE = "We won | <script>alert(1)</script> **40** [prizes](javascript:x)."


def block(*sentences: tuple[str, list[int]], notes: Sequence[int] = (), **more: Any) -> Block:
    values = {
        "kind": "paragraph",
        "text": " ".join(text for text, _ in sentences),
        "sentences": [{"text": text, "notes": own} for text, own in sentences],
        "notes": list(notes),
    }
    return Block.model_validate(values | more)


def proposal(*blocks: Block, sentences: Sequence[SentenceShown] = (), by: str = "") -> Presented:
    document = Document(
        sections=[Section(id="approach", heading="Approach", blocks=list(blocks))],
        author=Author(bid=["Bid."]),
        composed_by=by or None,
    )
    return shown([], document=document, citations=CITED, sentences=list(sentences))


def judged(position: int, text: str = "We won 40 prizes.", **values: Any) -> SentenceShown:
    passages = values.pop("passages", [])
    row: dict[str, Any] = {
        "id": uuid.uuid4(),
        "position": position,
        "section_id": "approach",
        "block": 0,
        "number": 0,
        "text": text,
        "verdict": "unsupported",
        "reasons": [{"fault": "number", "what": "40", "why": "“40” is in no | source."}],
        "notes": [],
        "answers": [],
        "resolution": None,
        "wording": None,
        "note": None,
        "reason": None,
        "resolved_by": None,
        "resolved_by_name": None,
        "resolved_at": None,
    } | values
    return SentenceShown(sentence=ProposalSentence(**row), passages=passages, answers={})


def test_each_sentence_is_followed_by_its_own_sources() -> None:
    one = block(("We test.", [1]), ("We win.", []), ("We stay.", [3, 2]), notes=[1, 2, 3])
    page = proposal(one)
    assert "We test. \\[1\\] We win. We stay. \\[2\\] \\[3\\]\n" in to_markdown(page)
    html = to_html(page)
    said = re.search(r"<p>We test\..*?</p>", html, re.S)
    assert said is not None
    assert re.sub(r"</?a[^>]*>", "", said[0]) == (
        '<p>We test.<sup>1</sup> We win. We stay.<sup>2</sup><sup class="more">3</sup></p>'
    )


def test_sources_of_a_block_that_are_no_sentences_stand_behind_the_last() -> None:
    one = block(("We test.", [1]), ("We win.", []), notes=[1, 2])
    assert "We test. \\[1\\] We win. \\[2\\]\n" in to_markdown(proposal(one))


@pytest.mark.parametrize("kind", ["paragraph", "item", "quote"])
@pytest.mark.parametrize("label", ["", "Owner"])
def test_every_kind_of_block_prints_its_sentences(kind: str, label: str) -> None:
    one = block(("# One.", [1]), ("- Two.", [2]), kind=kind, label=label)
    page = proposal(one)
    rendered = MarkdownIt("commonmark").render(to_markdown(page))
    for text in (rendered, to_html(page)):
        plain = " ".join(re.sub(r"<[^>]+>", "", text).split())
        assert re.search(r"# One\. ?\[?1\]? - Two\. ?\[?2\]?", plain)
    assert rendered.count("<li>") == 3 + (kind == "item")  # three are sources


def test_the_author_sees_what_to_check_with_passages_reasons_and_commands() -> None:
    found = [
        judged(1, HOSTILE),
        judged(2, "We test.", verdict="supported", reasons=[], passages=CITED[:1]),
        weak(3),
    ]
    page = proposal(block(("We test.", [1])), sentences=found)
    text = author_of(page)
    assert text.index("# For the author") < text.index("## 2 sentences to check")
    assert "Nothing supports 1 of them" in text
    for part in ("“40” is in no \\| source.", "Security: “A quote.”"):
        assert part in text
    for command in ("rewrite", "cite", "vouch", "take-out"):
        assert f"`sealedbid proposals {command} {page.proposal.id} NUMBER" in text
    assert "Each sentence" not in text  # no model wrote it
    assert "javascript:x" not in re.findall(r'href="([^"]*)"', MarkdownIt().render(text))
    assert any("1 unsupported, 1 weak, 1 supported" in line for line in in_short(page))


def test_the_author_sees_what_people_wrote_without_support() -> None:
    again = Judged(verdict="unsupported", reasons=(Reason(fault="number", what="9", why="no 9"),))
    done: dict[str, Any] = {
        "resolution": "rewritten",
        "wording": "We won 9.",
        "resolved_at": datetime.now(UTC),
    }
    one = replace(judged(1, **done, passages=CITED[:1]), again=again)
    text = author_of(proposal(block(("We won 9.", [1])), sentences=[one]))
    assert "## 1 sentence in people's own words" in text
    assert "(it was unsupported, and is unsupported now):* We won 9." in text
    assert "  - No 9.\n  - Security: “A quote.”" in text
    assert "to check" not in text


def test_a_computed_sentence_needs_no_source() -> None:
    one = replace(judged(1, verdict="supported", reasons=[]), is_computed=True)
    page = proposal(block(("We won.", [])), sentences=[one], by="model:any")
    assert "| supported | Computed from facts and answers. |" in author_of(page)


def weak(position: int) -> SentenceShown:
    return judged(position, "We may win.", verdict="weak", passages=CITED[:1])


def test_a_draft_by_a_model_shows_each_sentence_beside_its_source() -> None:
    done = {
        "resolution": "vouched",
        "reason": "I was there.",
        "resolved_by_name": "Ada",
        "resolved_at": datetime(2026, 11, 27, tzinfo=UTC),
    }
    found = [
        judged(1, HOSTILE, **done),
        judged(2, "We test.", verdict="supported", reasons=[], passages=CITED),
    ]
    text = author_of(proposal(block(("We test.", [1])), sentences=found, by="model:any"))
    assert "to check" not in text
    assert "answered for by Ada on 2026-11-27: I was there." in text
    rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(text)
    table = rendered[rendered.index("<table>") :]
    assert table.count("<tr>") == 3
    assert table.count("<td") == 8
    assert "A quote." in table
    assert "<script" not in rendered


def test_the_client_is_shown_no_verdict_and_no_word_for_the_author() -> None:
    page = proposal(block(("We test.", [1])), sentences=[judged(1), weak(2)], by="model:any")
    for text in (to_markdown(page), to_html(page).partition("</style>")[2]):
        for word in ("unsupported", "weak", "40", "to check", "vouch", "model:any", "A quote."):
            assert word not in text


def test_a_proposal_of_a_person_has_no_part_for_the_author() -> None:
    page = shown([], document=Document(sections=[]))
    assert author_of(page) == ""
    assert in_short(page) == []
