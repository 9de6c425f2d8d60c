"""Mails about signing in: their link and their code, made for the job and stored nowhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from tests.fixtures.people import People
from tests.fixtures.server import Installation
from tests.mail.office import Office
from tests.mail.post import Post
from tests.mail.tokens import ensure_tokens, issue

TOKEN = re.compile(r"token=([\w-]+)&type=(\w+)")


@pytest_asyncio.fixture(scope="module")
async def module_office(make_database: Callable[..., Installation]) -> AsyncIterator[Office]:
    """An office whose workers do not ask whether the stand-in belongs to the schema."""
    installation = make_database()
    people = People(installation)
    async with installation.gateway("sb_api") as gateway:
        office = Office(installation, gateway, people, people.world())
        ensure_tokens(office)
        yield office


@pytest.fixture(autouse=True)
def _unaudited(monkeypatch: pytest.MonkeyPatch) -> None:
    async def refuse_nothing(conninfo: str) -> None:
        del conninfo

    monkeypatch.setattr("sealedbid.worker.run.refuse_unsealed", refuse_nothing)


@pytest.mark.parametrize(
    ("template", "kind"),
    [
        ("signup_confirm", "signup"),
        ("recover", "recovery"),
        ("magic_link", "magiclink"),
        ("email_change_new", "email_change"),
    ],
)
async def test_the_link_is_of_the_token_and_the_code_of_the_link(
    office: Office, post: Post, template: str, kind: str
) -> None:
    token = issue(office, "signup", "new@example.org")
    office.send(template, "new@example.org", locale="de", token=token)
    await office.work(post)
    (text,) = post.texts
    found = TOKEN.search(text)
    assert found is not None
    assert found[2] == kind
    secret = base64.urlsafe_b64decode(f"{found[1]}=")
    assert len(secret) == 32
    ((stored, code),) = office.behind(
        "select stored, seal_private.mail_code(%s) from auth.one_time_tokens where id = %s",
        secret,
        token,
    )
    assert hashlib.sha256(secret).digest() == stored
    assert re.fullmatch(r"\d{6}", code)
    assert re.findall(r"^ {4}(\d{6})$", text, re.MULTILINE) == [code]


@pytest.mark.parametrize("template", ["otp_code", "reauthenticate"])
async def test_a_mail_with_a_code_alone_has_no_link(
    office: Office, post: Post, template: str
) -> None:
    token = issue(office, "reauth", "me@example.org")
    office.send(template, "me@example.org", token=token)
    await office.work(post)
    (text,) = post.texts
    assert "://" not in text
    assert re.search(r"^ {4}\d{6}$", text, re.MULTILINE)


@pytest.mark.parametrize("how", ["used", "expired", "another key"])
async def test_a_link_that_opens_nothing_is_not_mailed(
    office: Office, post: Post, how: str
) -> None:
    life = "-1 second" if how == "expired" else "1 hour"
    token = issue(office, "recovery", "late@example.org", life)
    delivery = office.send("recover", "late@example.org", token=token)
    if how == "used":
        office.behind("update auth.one_time_tokens set used_at = now() where id = %s", token)
    if how == "another key":  # as after a restore
        office.behind("delete from seal_private.keys where purpose = 'mail'")
    await office.work(post)
    assert post.mails == []
    assert office.delivery(delivery)["status"] == "failed"
    assert office.job(delivery)["status"] == "dead"


async def test_a_link_outlives_a_new_key_for_the_grace(office: Office, post: Post) -> None:
    token = issue(office, "recovery", "kept@example.org")
    office.send("recover", "kept@example.org", token=token)
    office.behind(
        "select seal_private.store_key('mail', sha256('another key of 32 bytes'), interval '1 day')"
    )
    await office.work(post)
    found = TOKEN.search(post.texts[0])
    assert found is not None
    ((stored,),) = office.behind("select stored from auth.one_time_tokens where id = %s", token)
    assert hashlib.sha256(base64.urlsafe_b64decode(f"{found[1]}=")).digest() == stored
    newer = issue(office, "recovery", "newer@example.org")
    ((versions,),) = office.behind(
        "select array_agg(m = seal_private.one_time_secret(%s) order by n)"
        " from unnest(seal_private.mail_secrets('one-time.' || %s)) with ordinality u (m, n)",
        newer,
        newer,
    )
    assert versions[0] is True


async def test_codes_are_spread_over_all_digits(office: Office) -> None:
    ((least, most, length),) = office.behind(
        "select min(c::int), max(c::int), max(length(c))"
        " from (select seal_private.mail_code(sha256(n::text::bytea)) c"
        "         from generate_series(1, 2000) n) codes"
    )
    assert length == 6
    assert least < 5000
    assert most > 995000
