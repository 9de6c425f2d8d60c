"""Reading tokens of another auth server: whatever a stranger sends is read or refused."""

from __future__ import annotations

import base64
import json
import time
import uuid
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sealedbid.auth.elsewhere.tokens import LONGEST_LIFE, read_token
from sealedbid.platform.postgres.errors import CredentialRefusedError

pytestmark = pytest.mark.full

ISSUER = "https://project.example/auth/v1"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)
NAMES = ("iss", "aud", "exp", "nbf", "sub", "session_id", "is_anonymous", "alg", "kid", "crit")


def _token(header: Any, claims: Any) -> str:
    parts = (json.dumps(each).encode() for each in (header, claims))
    return ".".join(
        [*(base64.urlsafe_b64encode(part).rstrip(b"=").decode() for part in parts), "AA"]
    )


def _claims(**changed: Any) -> dict[str, Any]:
    return {
        "iss": ISSUER,
        "aud": "authenticated",
        "exp": time.time() + 3600,
        "sub": str(uuid.uuid4()),
        "session_id": str(uuid.uuid4()),
    } | changed


@given(name=st.sampled_from(NAMES), value=JSON)
def test_no_value_of_a_claim_or_header_is_a_fault_of_ours(name: str, value: Any) -> None:
    header, claims = {"alg": "ES256", "kid": "a"} | {name: value}, _claims(**{name: value})
    try:
        token = read_token(_token(header, claims), ISSUER)
    except CredentialRefusedError:
        return
    assert claims["iss"] == ISSUER
    assert str(token.person) == str(uuid.UUID(claims["sub"]))
    assert token.expires_at.timestamp() > time.time() - 60


@given(text=st.text(max_size=200) | st.from_regex(r"[\w.-]{1,300}"))
def test_no_text_is_a_fault_of_ours(text: str) -> None:
    with pytest.raises(CredentialRefusedError):
        read_token(text, ISSUER)


def test_a_token_lasts_a_week_at_most() -> None:
    token = read_token(_token({"alg": "ES256"}, _claims(exp=9e18)), ISSUER)
    assert token.expires_at.timestamp() - time.time() <= LONGEST_LIFE + 1


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "latin-1"])
def test_a_token_is_in_utf_8(encoding: str) -> None:
    text = json.dumps(_claims(name="é"), ensure_ascii=False).encode(encoding)
    header = _token({"alg": "ES256"}, {}).partition(".")[0]
    claims = base64.urlsafe_b64encode(text).rstrip(b"=").decode()
    with pytest.raises(CredentialRefusedError):
        read_token(f"{header}.{claims}.AA", ISSUER)
