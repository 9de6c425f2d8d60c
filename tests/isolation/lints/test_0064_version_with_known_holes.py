"""A version with known holes is found."""

from __future__ import annotations

from sealedbid.isolation.audit import read_lints
from tests.isolation.lints.conftest import Planted


def test_this_server_has_none_that_is_known(planted: Planted) -> None:
    assert planted() == []


def test_an_older_extension_is_found(planted: Planted) -> None:
    found = planted("update pg_extension set extversion = '0.8.0' where extname = 'vector'")
    assert found == ["vector 0.8.0 is older than 0.8.2, which mends a known hole"]


def test_its_page_names_the_versions(planted: Planted) -> None:
    (lint,) = (lint for lint in read_lints() if lint.number == "0064")
    for version in ("15.18", "16.14", "17.10", "18.4", "0.8.2"):
        assert version in lint.page
        assert version in lint.statement
