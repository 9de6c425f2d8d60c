"""Names in print: one line, no sign that nobody sees, and an ellipsis where they go on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.platform.names import in_print, shortened


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("  Nordlicht \t\r\n GmbH ", "Nordlicht GmbH"),
        ("a\u202eb\u2066c\u200bd", "a b c d"),
        ("שלום\u2028עולם", "שלום עולם"),
        ("\u0000", ""),
    ],
)
def test_a_name_is_put_on_one_line(text: str, shown: str) -> None:
    assert in_print(text) == shown


@given(st.text(max_size=200), st.integers(min_value=1, max_value=100))
def test_no_name_is_longer_than_asked_or_has_an_unseen_sign(text: str, longest: int) -> None:
    shown = shortened(text, longest)
    assert len(shown) <= longest
    assert shown.isprintable()
    assert shown == in_print(text) or shown.endswith("…")
