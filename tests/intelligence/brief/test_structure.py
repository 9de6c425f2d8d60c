"""Pieces of a text: what they say in plain words, what labels them, and where they stand."""

from __future__ import annotations

import pytest

from tests.intelligence.brief.reading import pieces


def texts(source: str) -> list[str]:
    return [each.text for each in pieces(source)]


@pytest.mark.parametrize(
    ("source", "plain"),
    [
        ("The soft-\nware is docu-\nmented.", "The software is documented."),
        ("Reach us by e-\nmail.", "Reach us by e-mail."),
        ("It is non-\nbinding.", "It is non-binding."),
        ("Send data- \nand text files.", "Send data- and text files."),
        ("Daten-\nund Textdateien liefern.", "Daten- und Textdateien liefern."),
        ("The Example-\nTown site.", "The Example-Town site."),
        ("The \ufb01le o\ufb03ce \ufb02ow.", "The file office flow."),
        ("soft\u00adware in two\u200b parts\u2060.", "software in two parts."),
        ("soft\u00ad\nware.", "software."),
        ("A\u00a0price of\u202f5\u2009000 EUR.", "A price of 5 000 EUR."),
        ("Two  spaces\tand a tab.", "Two spaces and a tab."),
        ("Write to <bea@mill.example> now.", "Write to <bea@mill.example> now."),
        ("A &lt;b&gt; &amp; c.", "A <b> & c."),
        ("One <b>bold</b> word.", "One bold word."),
        ("deliver the\nRFP 2027-01 Page 3 of 34\nsite by 1 June.", "deliver the site by 1 June."),
        ("deliver the\n\nRFP 7 | Page 3 of 34\n\nsite soon.", "deliver the site soon."),
        ("liefern die\n\nSeite 3 von 12\n\nneue Website.", "liefern die neue Website."),
        ("livrer le\nMarché 7 - Page 3 sur 34\nsite web.", "livrer le site web."),
        ("entregar el\n\nPágina 3 de 34\n\nsitio web.", "entregar el sitio web."),
        ("lever de\nPagina 3 van 34\nwebsite op.", "lever de website op."),
        ("deliver the\n## Page 3 of 34\nsite soon.", "deliver the site soon."),
    ],
)
def test_what_a_page_or_a_machine_left_in_the_words_is_gone(source: str, plain: str) -> None:
    assert texts(source) == [plain]


def test_heads_of_pages_that_return_are_left_out_with_the_lines_beside_them() -> None:
    pages = [f"Sentence {n} goes\n\nExample County\nPage {n}\n\non here {n}." for n in (1, 2, 3, 4)]
    assert texts("\n\n".join(pages)) == [f"Sentence {n} goes on here {n}." for n in (1, 2, 3, 4)]


@pytest.mark.parametrize(
    "source",
    [
        "As is described on\npage 3 of 4 of the form.",
        "There are 3 of 4 left.",
        "See page 3.",
        "12\n\nApples.",
    ],
)
def test_what_only_looks_like_a_pages_head_stays(source: str) -> None:
    assert " ".join(texts(source)) == " ".join(source.split())


@pytest.mark.parametrize(
    ("source", "ref"),
    [
        ("## 1.0 Background\n\n### 1.2 Data\n\nThe vendor must log.", "1.2"),
        ("## 1.0 A\n\n### 1.2 B\n\n**2.2 Expectations**\n\nThe vendor must log.", "2.2"),
        ("REQ-001: The system shall log.", "REQ-001"),
        ("[F-1] The system shall log.", "F-1"),
        ("NFR-2.3 – The system shall log.", "NFR-2.3"),
        ("3.7.4.a The system shall log.", "3.7.4.a"),
        ("R12: The system shall log.", "R12"),
        ("§ 4\n\n(a) The system shall log.", "a"),
        ("# Section 4\n\n(a) The system shall log.", "4.a"),
        ("1. The system shall log.", "1"),
        ("The system shall log.", ""),
        ("ISO 27001: The system shall log.", ""),
        ("WCAG 2.2 - The system shall log.", ""),
    ],
)
def test_a_piece_has_the_number_that_the_document_gives_it(source: str, ref: str) -> None:
    assert pieces(source)[-1].ref == ref


def test_the_number_of_one_requirement_is_not_the_next_paragraphs() -> None:
    found = pieces("REQ-001: The system shall log.\n\nThe system shall rest.")
    assert [each.ref for each in found] == ["REQ-001", ""]


def test_each_line_of_a_paragraph_may_have_its_own_number() -> None:
    found = pieces("REQ-001: It shall log.\nREQ-002: It shall rest.\na) one\nb) two")
    assert [(each.ref.rsplit(".")[-1], each.text) for each in found] == [
        ("REQ-001", "It shall log."),
        ("REQ-002", "It shall rest."),
        ("a", "one"),
        ("b", "two"),
    ]


def test_headings_stand_outermost_first_and_bold_lines_are_headings() -> None:
    found = pieces("# A\n\n## B\n\n**C**\n\nText.\n\n## D\n\nMore.")
    assert [(each.text, each.headings) for each in found if each.kind == "sentence"] == [
        ("Text.", ("A", "B", "C")),
        ("More.", ("A", "D")),
    ]


@pytest.mark.parametrize(
    ("source", "text", "label"),
    [
        ("Deadline: 3 May 2027", "Deadline: 3 May 2027", "Deadline"),
        ("- Budget: 5,000", "Budget: 5,000", "Budget"),
        ("**Deadline:** 3 May 2027", "Deadline: 3 May 2027", "Deadline"),
        ("Closing date\nFriday 8 October 2027", "Friday 8 October 2027", "Closing date"),
        ("**Closing date**\n\nFriday 8 October", "Friday 8 October", "Closing date"),
        ("Closing date:\n\nFriday 8 October", "Friday 8 October", "Closing date"),
        ("Abgabefrist: 3. Mai 2027", "Abgabefrist: 3. Mai 2027", "Abgabefrist"),
        ("Date limite : 3 mai 2027", "Date limite : 3 mai 2027", "Date limite"),
        ("We met. Then at 10:30 we left.", "Then at 10:30 we left.", ""),
        ("See https://x.example/a now.", "See https://x.example/a now.", ""),
        ("Hi there,\n\nWe need a site.", "We need a site.", ""),
    ],
)
def test_a_label_stands_before_a_colon_or_on_the_line_above(
    source: str, text: str, label: str
) -> None:
    assert (pieces(source)[-1].text, pieces(source)[-1].label) == (text, label)


def test_front_matter_is_fields_not_headings() -> None:
    found = pieces("---\ntitle: 'A site'\ncontact:\n  name: Bea\n---\n\n# Brief\n")
    assert [(each.label, each.text, each.kind) for each in found] == [
        ("title", "A site", "cell"),
        ("contact name", "Bea", "cell"),
        ("", "Brief", "heading"),
    ]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert texts("---\n\nA sentence.\n\n---\n\nAnother.") == ["A sentence.", "Another."]
