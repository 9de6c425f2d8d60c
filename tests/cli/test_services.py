"""services import: a price list, all of it or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import People

LIST = """name,price,unit,description,tax_rate
Website design,1450.50,page,Templates and components,0.21
Care,920,month,"Eight hours, answered in a day",0.21
"""


@pytest.fixture
def prices(tmp_path: Path) -> Path:
    path = tmp_path / "prices.csv"
    path.write_text(LIST)
    return path


def catalogue(run: Commands) -> list[Any]:
    return run.behind(
        "select o.name, s.name, s.unit_price_minor, s.unit, s.tax_rate::float, s.currency"
        " from public.services s join public.organizations o on o.id = s.org_id order by 1, 2"
    )


def test_without_a_currency_nothing_is_founded(run: Commands, prices: Path) -> None:
    refused = run("services", "import", str(prices), "--org", "First Agency")
    assert refused.returncode == 1
    assert "Line 2, currency: none is named: give it with --currency" in refused.stderr
    assert run.behind("select count(*) from public.organizations") == [(1,)]  # the platform


def test_a_list_is_taken_in_and_a_new_one_changes_it(run: Commands, prices: Path) -> None:
    done = run(
        *("services", "import", str(prices), "--org", "First Agency", "--currency", "eur"),
    )
    assert done.returncode == 0, done.stderr
    assert "2 services are in the catalog." in done.stderr
    prices.write_text("name,price\nCare,1000\n")
    assert run("services", "import", str(prices)).returncode == 0
    assert catalogue(run) == [
        ("First Agency", "Care", 100_000, "project", 0.0, "EUR"),
        ("First Agency", "Website design", 145_050, "page", 0.21, "EUR"),
    ]


def test_the_currency_is_shown_and_set(run: Commands) -> None:
    assert run("services", "currency").stdout == "EUR\n"
    assert run("services", "currency", "usd").stdout == "USD\n"
    refused = run("services", "currency", "dollars")
    assert refused.returncode == 1
    assert "“dollars” can be USD, CAD" in refused.stderr
    assert run("services", "currency", "EUR").stdout == "EUR\n"


def test_prices_in_another_currency_are_told(run: Commands, prices: Path) -> None:
    prices.write_text("name;price\nSite in dollars;US$ 12\n")
    done = run("services", "import", str(prices))
    assert done.returncode == 0, done.stderr
    assert "Prices in USD are not offered in proposals in EUR" in done.stderr


def test_the_other_organization_keeps_its_own(run: Commands, prices: Path) -> None:
    People(run.installation).found("Second Agency")
    before = catalogue(run)
    assert run("services", "import", str(prices), "--org", "Second Agency").returncode == 0
    after = catalogue(run)
    assert [row for row in after if row[0] == "First Agency"] == before
    assert len(after) == len(before) + 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("price\n1\n", "The first line names the columns, name and price at least"),
        ("name,price\n", "There is no service in the list."),
        ("name,price\nCare,920\nSite,cheap\n", "Line 3, price: “cheap” is no number"),
        ("name,price\nCare,-1\n", "Line 2, price: “-1” is less than 0."),
        ("name,price\nCare,1.234\n", "can be 1234 or 1.234: write 1234.00 for the one"),
        ("name,price\n,10\n", "Line 2, name: it is empty."),
        ("name,price\nCare,0.005\n", "Line 2, price: EUR has no parts that small"),
        ("name,price\nCare,1\nCare,2\n", "Line 3: Care is there twice, first in line 2."),
        ("name,price,colour\nCare,1,red\n", "Line 1, colour: no such column is known"),
        ("name,price\nCare,1,2\n", "Line 2, too many: "),
        ("name,price,billing_period\nCare,1,weekly\n", "Line 2, billing_period: "),
    ],
)
def test_a_line_that_is_wrong_is_named_and_nothing_is_taken(
    run: Commands, prices: Path, text: str, sentence: str
) -> None:
    before = catalogue(run)
    prices.write_text(text)
    refused = run("services", "import", str(prices), "--org", "First Agency")
    assert refused.returncode == 1
    assert sentence in refused.stderr
    assert "Traceback" not in refused.stderr
    assert catalogue(run) == before
