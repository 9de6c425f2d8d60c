"""A proposal as Markdown: sums that are right, and text that renders as the text it is."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sealedbid.content.documents import Block, Document, Section, Table
from sealedbid.intelligence.export import to_html, to_markdown
from sealedbid.intelligence.export.escaping import inline, plain
from tests.intelligence.presented import citation, line, shown

MONEY = re.compile(r"€([\d,]+\.\d\d)")
HOSTILE = [
    "A | pipe and a \\ backslash",
    "[click](javascript:alert(1)) and ![x](data:text/html,y)",
    "**not bold**, *not this*, __nor__ _that_, snake_case_name",
    "<script>alert(1)</script> <img src=x onerror=y> &amp; &#60;",
    "# no heading",
    "- no item",
    "1. no list",
    "> no quote",
    "--- no rule",
    "``` no fence",
    "~~not struck~~",
    "a\nb\n\nc",
    "https://example.org/a_b?c=d&e=f",
    "[^1]: no note",
    "+ no item",
    "= no heading",
    "<https://example.org>",
]


def amounts(text: str, row: str) -> Decimal:
    (found,) = [each for each in text.splitlines() if row in each]
    return Decimal(MONEY.findall(found)[-1].replace(",", ""))


def spoken(markdown: str) -> list[str]:
    """The texts that a renderer shows, and the types of everything else that it makes."""
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    return [
        child.content
        for token in rendered
        for child in token.children or []
        if child.type in ("text", "text_special")
    ]


def kinds(markdown: str) -> set[str]:
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inside = {child.type for token in rendered for child in token.children or []}
    return {token.type for token in rendered} | inside


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("escape", [plain, lambda text: f"So: {inline(text)}"])
def test_any_text_renders_as_itself(text: str, escape: object) -> None:
    markdown = escape(text)  # type: ignore[operator]
    assert kinds(markdown) <= {"paragraph_open", "inline", "paragraph_close", "text"} | {
        "text_special"
    }
    assert "".join(spoken(markdown)).removeprefix("So: ") == " ".join(text.split())


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_no_text_at_all_becomes_markup(text: str) -> None:
    markdown = plain(text)
    assert "".join(spoken(markdown)) == " ".join(text.split())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_cell_stays_one_cell(text: str) -> None:
    table = Table(head=["A", "B"], sides=["left", "right"], rows=[[text, "2"]])
    block = Block(kind="table", text="A table", table=table)
    document = Document(sections=[Section(id="other", heading="H", blocks=[block])])
    markdown = to_markdown(shown([], document=document))
    cells = [row for row in markdown.splitlines() if row.endswith("| 2 |")]
    rendered = MarkdownIt("commonmark").enable("table").render(markdown)
    assert len(cells) == 1
    assert rendered.count("<td") == 2
    assert "<script" not in rendered
    assert "javascript:alert" not in re.sub(r">[^<]*<", "><", rendered)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 10**9),
            st.integers(1, 500),
            st.sampled_from(["0", "0.09", "0.21"]),
            st.booleans(),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_the_total_is_the_sum_of_what_is_selected_with_the_tax_of_each_rate(
    rows: list[tuple[int, int, str, bool]],
) -> None:
    lines = [line(p, q, tax, selected=selected) for p, q, tax, selected in rows]
    text = to_markdown(shown(lines))
    chosen = [one for one in lines if one.is_selected]
    if not chosen:
        assert "**Total**" not in text
        return
    net = sum(one.net_minor for one in chosen)
    tax = sum(
        (
            sum((Decimal(o.net_minor) for o in chosen if o.tax_rate == rate), Decimal(0)) * rate
        ).quantize(Decimal(1), ROUND_HALF_EVEN)
        for rate in {one.tax_rate for one in chosen}
    )
    assert amounts(text, "| **Total**") == (net + tax) / 100
    if tax:
        assert amounts(text, "Before tax") == Decimal(net) / 100


def test_units_stand_in_the_plural_where_there_is_more_than_one() -> None:
    text = to_markdown(shown([line(100, 1), line(100, 3)]))
    assert "| 1 page |" in text
    assert "| 3 pages |" in text


def test_each_source_is_listed_once_with_one_number() -> None:
    blocks = [
        Block(kind="paragraph", text="One.", notes=[1]),
        Block(kind="paragraph", text="Two.", notes=[2, 3]),
    ]
    document = Document(sections=[Section(id="approach", heading="H", blocks=blocks)])
    citations = [citation(1, "Security"), citation(2, "Security"), citation(3, "Tests")]
    text = to_markdown(shown([], document=document, citations=citations))
    assert "One. \\[1\\]" in text
    assert "Two. \\[1\\] \\[2\\]" in text
    assert text.endswith("- \\[1\\] Security\n- \\[2\\] Tests\n")


@pytest.mark.parametrize("text", HOSTILE)
def test_the_page_escapes_every_text(text: str) -> None:
    blocks = [Block(kind="paragraph", label=text, text=text), Block(kind="heading", text=text)]
    document = Document(sections=[Section(id="other", heading=text, blocks=blocks)])
    page = to_html(shown([line(100, 1)], document=document))
    body = page.partition("</style>")[2]
    assert "<script" not in body
    assert "<img" not in body
    assert 'href="javascript' not in body


@pytest.mark.parametrize(
    ("locale", "paper"), [("en-US", "letter"), ("en_CA", "letter"), ("de-DE", "A4"), ("en", "A4")]
)
def test_the_paper_is_that_of_the_country(locale: str, paper: str) -> None:
    assert f"size:{paper}" in to_html(shown([], locale=locale))


@pytest.mark.parametrize("accent", ["", "red", "#12", "#1d4e89;}body{display:none", "#ffff00"])
def test_a_colour_that_is_none_or_too_light_changes_no_word(accent: str) -> None:
    page = to_html(shown([], accent=accent))
    assert "display:none" not in page
    assert "--on-brand:" in page
