"""Tables: every form of them, their header rows, and what labels a cell."""

from __future__ import annotations

import pytest

from sealedbid.intelligence.brief.structure.columns import level, role
from tests.intelligence.brief.reading import pieces

MARKDOWN = "| ID | Requirement | Level |\n|---|---|---|\n| F-1 | Log in | Must |\n"
FORMS = {
    "markdown": MARKDOWN,
    "without frame": "ID | Requirement | Level\n---|---|---\nF-1 | Log in | Must\n",
    "without rule": "ID | Requirement | Level\nF-1 | Log in | Must\nF-2 | Rest | Could\n",
    "framed without rule": "| ID | Requirement | Level |\n| F-1 | Log in | Must |\n",
    "tabs": "ID\tRequirement\tLevel\nF-1\tLog in\tMust\n",
    "grid": (
        "+-----+-------------+-------+\n| ID  | Requirement | Level |\n"
        "+=====+=============+=======+\n| F-1 | Log in      | Must  |\n"
        "+-----+-------------+-------+\n"
    ),
    "html": (
        "<table><tr><th>ID</th><th>Requirement</th><th>Level</th></tr>"
        "<tr><td>F-1</td><td>Log in</td><td>Must</td></tr></table>"
    ),
    "html without th": (
        "<table>\n <tr>\n  <td>ID</td>\n  <td>Requirement</td>\n\n  <td>Level</td></tr>\n"
        " <tr><td>F-1</td><td><p>Log in</p></td><td>Must</td></tr>\n</table>"
    ),
    "in a quotation": "> | ID | Requirement | Level |\n> |-|-|-|\n> | F-1 | Log in | Must |\n",
    "indented": "  | ID | Requirement | Level |\n  |---|---|---|\n  | F-1 | Log in | Must |\n",
    "between words": f"Before it.\n\n{MARKDOWN}\nBehind it.",
    "straight below words": f"Before it:\n{MARKDOWN}",
}


@pytest.mark.parametrize("source", FORMS.values(), ids=list(FORMS))
def test_a_row_knows_its_cells_by_their_headers(source: str) -> None:
    row = (("ID", "F-1"), ("Requirement", "Log in"), ("Level", "Must"))
    cell = next(each for each in pieces(source) if each.text == "Log in")
    assert cell.row == row
    assert (cell.kind, cell.label) == ("cell", "Requirement")
    level_cell = next(each for each in pieces(source) if each.text == "Must" and each.row == row)
    assert level_cell.label == "Log in"


@pytest.mark.parametrize(
    ("source", "label", "text"),
    [
        ("| Bid submission date | 17/11/2027 |\n|---|---|\n", "Bid submission date", "17/11/2027"),
        ("| Title | A site |\n|---|---|\n| Client | Salt |\n", "Title", "A site"),
        ("| Item | Cost |\n|---|---|\n| Design | $900 |\n| Total | $1,500 |\n", "Total", "$1,500"),
        (
            "<table><tr><td>Deadline for proposals</td><td>15 May, 2027</td></tr></table>",
            "Deadline for proposals",
            "15 May, 2027",
        ),
        ("| No | Event | Date |\n|-|-|-|\n| 1 | Bids due | 9 May |\n", "Bids due", "9 May"),
        ("| Issue date | Deadline |\n|-|-|\n| 1 May | 9 May |\n", "Deadline", "9 May"),
        ("Frist\t3. Mai 2027\nBudget\t5.000 EUR\n", "Frist", "3. Mai 2027"),
    ],
)
def test_a_value_is_labelled_by_its_rows_first_words_or_its_column(
    source: str, label: str, text: str
) -> None:
    cell = next(each for each in pieces(source) if each.text == text)
    assert cell.label == label


def test_a_cell_that_goes_on_in_the_next_line_is_one_and_found_in_the_source() -> None:
    source = (
        "+----+-----------+\n| ID | Text      |\n+----+-----------+\n"
        "| 1  | Users log |\n|    | in.       |\n+----+-----------+\n"
    )
    cell = pieces(source)[-1]
    assert cell.text == "Users log in."
    assert cell.span_of(10, 13).text == "in."


def test_a_header_of_one_cell_over_all_columns_is_a_caption() -> None:
    found = pieces("| Cost breakdown | |\n|---|---|\n| Design | $500 |\n| Total | $1,500 |")
    assert (found[-1].label, found[-1].heading) == ("Total", "Cost breakdown")


def test_two_tables_are_two_and_words_between_belong_to_none() -> None:
    found = pieces(f"{MARKDOWN}\nA sentence.\n\n{MARKDOWN}")
    assert [each.table for each in found if each.text in {"Log in", "A sentence."}] == [1, 0, 2]


def test_a_list_with_tabs_is_no_table_nor_is_what_follows() -> None:
    found = pieces("- [Sec. 1\tPurpose](#1)\n- [Sec. 2\tBudget](#2)\n\nOne.\n\nTwo.")
    assert [each.table for each in found] == [0, 0, 0, 0]
    assert [each.kind for each in found] == ["item", "item", "sentence", "sentence"]


def test_a_list_with_pipes_is_no_table() -> None:
    assert all(not each.table for each in pieces("- a | b\n\nOne | two is a choice."))


@pytest.mark.parametrize(
    ("header", "known"),
    [
        ("No.", "id"),
        ("#", "id"),
        ("Lfd. Nr.", "id"),
        ("N°", "id"),
        ("Requirement(s)", "requirement"),
        ("Requirements", "requirement"),
        ("Anforderung", "requirement"),
        ("Exigence", "requirement"),
        ("Requisito", "requirement"),
        ("Eis", "requirement"),
        ("Beschreibung", "description"),
        ("Omschrijving", "description"),
        ("M/D", "level"),
        ("Must/Should/Could/Won't", "level"),
        ("Priorité", "level"),
        ("Prioridad", "level"),
        ("Deadline", "date"),
        ("Datum", "date"),
        ("Fecha límite", "date"),
        ("Amount (EUR)", "amount"),
        ("Betrag", "amount"),
        ("Total", "total"),
        ("Yes/No", "answer"),
        ("Ja/Nein", "answer"),
        ("Oui / Non", "answer"),
        ("Sí/No", "answer"),
        ("Vendor's response", "answer"),
        ("Question", "question"),
        ("Vraag", "question"),
        ("Anything else", None),
    ],
)
def test_headers_of_columns_are_known_in_five_languages(header: str, known: str | None) -> None:
    assert role(header) == known


@pytest.mark.parametrize(
    ("words", "known"),
    [
        ("MUST", "must"),
        ("Must Have", "must"),
        ("M", "must"),
        ("Mandatory", "must"),
        ("Muss", "must"),
        ("Obligatoire", "must"),
        ("Imprescindible", "must"),
        ("Verplicht", "must"),
        ("Good to Have", "should"),
        ("D", "should"),
        ("Soll", "should"),
        ("Souhaité", "should"),
        ("Deseable", "should"),
        ("Wens", "should"),
        ("Wish to Have-Later", "may"),
        ("Could", "may"),
        ("Kann", "may"),
        ("Optionnel", "may"),
        ("Opcional", "may"),
        ("Optioneel", "may"),
        ("Won't", "none"),
        ("Out of scope", "none"),
        ("Banana", None),
    ],
)
def test_levels_are_known_in_five_languages(words: str, known: str | None) -> None:
    assert level(words) == known
