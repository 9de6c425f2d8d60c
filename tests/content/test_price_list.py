"""Price lists as people keep them: columns, currencies and taxes that are read, or refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sealedbid.content.price_list import PriceListError, currencies_of, priced, read_price_list
from sealedbid.content.price_list.headings import COLUMNS, _meanings, _periods
from sealedbid.intelligence.knowledge.reading import read_text


@pytest.fixture(autouse=True)
def _both_ways() -> None:
    """Run these tests once: they use no statements."""


def read(text: str, currency: str | None = "EUR") -> list[tuple[Any, ...]]:
    rows = priced(read_price_list(text), currency)
    return [(row["name"], row["unit_price_minor"], row["currency"]) for row in rows]


@pytest.mark.parametrize(
    "headings",
    [
        *("Name,Price", "NAME,PRICE", "service,rate", "Bezeichnung,Einzelpreis", "Leistung,Preis"),
        *("Prestation,Prix", "Désignation,Prix unitaire HT", "Servicio,Precio", "Concepto,Tarifa"),
        *("Naam,Prijs", "Dienst,Tarief", "name,Price (EUR)", "name,Preis in €", "name,Prix en EUR"),
    ],
)
def test_headings_are_known_in_five_languages_and_any_case(headings: str) -> None:
    assert read(f"{headings}\nCare,920\n") == [("Care", 92_000, "EUR")]


@pytest.mark.parametrize(
    "text",
    [
        "name;price\nCare;1.234,50\n",
        "name\tprice\nCare\t1234,50\n",
        "name|price\nCare|1 234,50\n",
        'name,price\nCare,"1,234.50"\n',
        '"name","price"\n"Care","1,234.50"\n',
        "sep=;\nname;price\nCare;1'234.50\n",
        "Our prices in 2026;\n\nname;price\nCare;1234.50\n",
        "No.;Name;Price;Category\n7;Care;1234.50;Web\n",
        "name;price;\nCare;1234.50;\n;;\n",
        "Nom;Prix HT;Prix TTC\nCare;1234,50;1481,40\n",
        "name;price;billing period\nCare;€ 1234.50;mensuel\n",
    ],
)
def test_separators_preambles_and_empty_cells_are_no_matter(text: str) -> None:
    assert read(text) == [("Care", 123_450, "EUR")]


@pytest.mark.parametrize(
    "content",
    [
        "name;price;unit\nPräsenz;€ 1200;Stück\n".encode("cp1252"),
        "name;price;unit\nPräsenz;€ 1200;Stück\n".encode("utf-8-sig"),
        "name\tprice\tunit\r\nPräsenz\t€ 1200\tStück\r\n".encode("utf-16"),
    ],
)
def test_files_of_offices_are_decoded(content: bytes) -> None:
    text = read_text("prices.csv", content).text
    (row,) = priced(read_price_list(text), None)
    assert (row["name"], row["unit"]) == ("Präsenz", "Stück")
    assert (row["unit_price_minor"], row["currency"]) == (120_000, "EUR")


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("1200", 120_000),
        ("1200.5", 120_050),
        ("€ 1200", 120_000),
        ("1200 €", 120_000),
        ("1.200,00 EUR", 120_000),
        ("1,200.00", 120_000),
        ("1.234.567", 123_456_700),
        ("12,50,000", 125_000_000),
        ("1'234.50", 123_450),
        ("1’234", 123_400),
        ("1 234", 123_400),
        ("1200,-", 120_000),
        ("1200.–", 120_000),
        ("0.99", 99),
        ("0", 0),
    ],
)
def test_a_price_that_can_be_one_thing_is_that(cell: str, minor: int) -> None:
    assert read(f"name;price\nCare;{cell}\n")[0][1] == minor


@pytest.mark.parametrize("cell", ["1.234", "1,234", "12.345", "€ 999,999"])
def test_a_price_that_can_be_two_things_is_refused_with_both(cell: str) -> None:
    with pytest.raises(PriceListError, match=r"Line 3, price: .* can be \d+ or [\d.]+: write"):
        read(f"name;price\nSite;900\nCare;{cell}\n")


@pytest.mark.parametrize(
    ("other", "cell", "minor"),
    [
        ("12,50", "1.234", 123_400),
        ("12.50", "1,234", 123_400),
        ("1.234.567", "1.234", 123_400),
        ("1.200,00", "1.234", 123_400),
    ],
)
def test_other_prices_of_the_list_settle_the_style(other: str, cell: str, minor: int) -> None:
    assert read(f"name;price\nSite;{other}\nCare;{cell}\n")[1][1] == minor


def test_a_list_of_two_styles_settles_nothing() -> None:
    with pytest.raises(PriceListError, match=r"Line 4, price: “1\.234” can be 1234 or 1\.234"):
        read("name;price\nA;12,50\nB;12.50\nC;1.234\n")


@pytest.mark.parametrize(
    ("cells", "shares"),
    [
        (["21", "9"], ["0.21", "0.09"]),
        (["21%", "9 %"], ["0.21", "0.09"]),
        (["0.21", "0,09"], ["0.21", "0.09"]),
        (["5.5", ""], ["0.055", "0"]),
        (["19,0", "0"], ["0.19", "0"]),
        (["1%", "0.5%"], ["0.01", "0.005"]),
    ],
)
def test_a_tax_is_a_percentage_or_a_share(cells: list[str], shares: list[str]) -> None:
    text = "name;price;tax\n" + "".join(f"{n};1;{cell}\n" for n, cell in enumerate(cells))
    assert [row["tax_rate"] for row in priced(read_price_list(text), "EUR")] == [
        Decimal(share) for share in shares
    ]


def test_each_line_has_its_own_currency_or_that_of_the_others() -> None:
    text = "name;price;currency\nA;1;USD\nB;2;\nC;£3;\n"
    assert currencies_of(read_price_list(text)) == {"USD", "GBP"}
    assert [row[2] for row in read(text, "CHF")] == ["USD", "CHF", "GBP"]


def test_a_sign_of_several_currencies_is_the_one_that_is_told() -> None:
    assert read("name,price\nA,$99\n", "CAD") == [("A", 9900, "CAD")]
    with pytest.raises(PriceListError, match=r"Line 2, currency: the sign can be USD, CAD"):
        read("name,price\nA,$99\n", "EUR")
    with pytest.raises(PriceListError, match="give it with --currency, or in a column"):
        read("name,price\nA,$99\n", None)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,price\nA,\n", "Line 2, price: it is empty"),
        ("name,price\nA,from 12\n", "write “from” into the unit or the description"),
        ("name,price\nA,12/h\n", "write “/h” into the unit"),
        ("name,price\nA,10-12\n", "is no number"),
        ("name,price\nA,1e5\n", "is no number"),
        ("name,price\nA,١٢\n", "is no number"),
        ("name,price\nA,1,234\n", "“234” stands in no column. A price with a comma"),
        ("name,price,unit\nA,1,234\n", "“234” is a number: a price with a comma"),
        ("name,price,tax\nA,12,50\n", "“50” is no rate of tax: a price with a comma"),
        ("name,price,tax\nA,1,1\n", "“1” can be 1 % or 100 %"),
        ("name,price,tax\nA,1,0.5\nB,1,20\n", "“0.5” can be 0.5 % or 50.0 %"),
        ("name,price,tax\nA,1,0.21375\n", "finer than a hundredth of a percent"),
        ("name,price,currency\nA,€ 1,USD\n", "names another currency than its line"),
        ("name,price,currency\nA,1,Euroo\n", "Line 2, currency: “Euroo” is no currency"),
        ("name,gross price\nA,1\n", "“gross price” is a price with tax"),
        ("name,price,rate\nA,1,2\n", "“price” is the price already: remove one"),
        ("name,price\nTotal,1\n", "“Total” is a sum and no service"),
        ('name,price\n"A,1\n', "This is no CSV"),
        ("name;price\nA;1\nname;price\n", "Line 3, price: “price” is no number"),
        ("name;price\n" + "A;1\n" * 1001, "more than 1000 services"),
    ],
)
def test_a_list_that_says_two_things_is_refused(text: str, said: str) -> None:
    with pytest.raises(PriceListError) as refused:
        read(text)
    assert said in str(refused.value)


def test_no_heading_means_two_columns() -> None:
    assert set(_meanings().values()) == {*COLUMNS, "ignored", "gross"}
    assert set(_periods().values()) == {"once", "monthly", "yearly"}
