"""A real sign-up: `sealedbid serve`, its worker, an SMTP server, and the link of the mail."""

from __future__ import annotations

import asyncio
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from tests.fixtures.commands import Home, environment, program
from tests.fixtures.pgbouncer import free_port
from tests.fixtures.server import temporary_home
from tests.mail.post import Post, text_of

pytestmark = [pytest.mark.full, pytest.mark.timeout(180)]

TRIES = 400
"""Looks, a tenth of a second apart, for the server and for the mail."""


@pytest.fixture
def url(post: Post, tmp_path: Path) -> Iterator[str]:
    """The URL of a server whose worker mails to ``post``."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    with temporary_home() as home:
        assert Home(home)("up").returncode == 0
        variables = {
            "SEALEDBID_HOME": str(home),
            "SEALEDBID_PUBLIC_URL": address,
            "SEALEDBID_MAIL_SMTP_HOST": "127.0.0.1",
            "SEALEDBID_MAIL_SMTP_PORT": str(post.port),
            "SEALEDBID_MAIL_SMTP_SECURITY": "none",
        }
        with (
            (tmp_path / "serve.log").open("wb") as log,
            subprocess.Popen(
                program("serve", "--with-worker", "--port", str(port)),
                env=environment(**variables),
                stdout=log,
                stderr=log,
            ) as process,
        ):
            try:
                yield address
            finally:
                process.terminate()
                process.wait(60)


async def test_the_mail_of_a_sign_up_arrives_and_its_link_signs_in(url: str, post: Post) -> None:
    async with httpx2.AsyncClient(base_url=url, timeout=30) as client:
        await _until_ready(client)
        chosen = {"email": "ada@example.org", "password": "three green boats"}
        assert (await client.post("/auth/v1/signup", json=chosen)).status_code == 200
        refused = await client.post("/auth/v1/token?grant_type=password", json=chosen)
        assert refused.status_code == 400

        link = await _link(post)
        assert link.startswith(f"{url}/auth/v1/verify?")
        page = (await client.get(link)).text
        fields = dict(re.findall('name="(.*?)" value="(.*?)"', page))
        own = {"sec-fetch-site": "same-origin"}
        used = await client.post("/auth/v1/verify/page", data=fields, headers=own)
        assert "You are signed in" in used.text
        assert "__Host-sb=" in used.headers["set-cookie"]

        signed_in = await client.post("/auth/v1/token?grant_type=password", json=chosen)
        assert signed_in.json()["user"]["email"] == "ada@example.org"
    assert post.envelopes[0][1] == ["ada@example.org"]


async def _until_ready(client: httpx2.AsyncClient) -> None:
    for _ in range(TRIES):
        try:
            if (await client.get("/readyz")).is_success:
                return
        except httpx2.TransportError:
            pass
        await asyncio.sleep(0.1)
    raise AssertionError("the server does not answer")


async def _link(post: Post) -> str:
    for _ in range(TRIES):
        if post.mails:
            [link] = re.findall(r"^http\S+", text_of(post.mails[0]), re.MULTILINE)
            return str(link)
        await asyncio.sleep(0.1)
    raise AssertionError("no mail arrived")
