"""Tokens: a text that has an organization's id and a secret, and nothing else."""

from __future__ import annotations

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.platform.tokens import MalformedTokenError, Token, TokenKind

KINDS = st.sampled_from(["key", "link", "invitation"])


@given(kind=KINDS, org_id=st.uuids())
def test_a_token_comes_back_as_it_was(kind: TokenKind, org_id: object) -> None:
    token = Token.new(kind, org_id)  # type: ignore[arg-type] # hypothesis gives UUIDs
    shown = Token.parse(f" {token}\n")
    assert shown == token
    assert shown.proof == token.proof
    assert len(token.proof) == 32


@given(kind=KINDS, org_id=st.uuids(), cut=st.integers(1, 70))
def test_a_token_that_was_cut_off_is_refused(kind: TokenKind, org_id: object, cut: int) -> None:
    token = Token.new(kind, org_id)  # type: ignore[arg-type] # hypothesis gives UUIDs
    with pytest.raises(MalformedTokenError, match="cut off"):
        Token.parse(str(token)[:-cut])


@given(text=st.text())
def test_any_other_text_is_refused(text: str) -> None:
    with pytest.raises(MalformedTokenError):
        Token.parse(text)


def test_a_log_does_not_show_the_secret() -> None:
    token = Token.new("key", uuid.uuid4())
    assert str(token)[10:] not in repr(token)
    assert token.secret.hex() not in repr(token)
