"""mail test: one mail goes the way of all, and the command says where."""

from __future__ import annotations

import asyncio
import subprocess
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from sealedbid.cli.exits import FAILED, TRY_AGAIN
from tests.fixtures.commands import Commands, sealedbid
from tests.mail.post import Post, opened_post

TO = "ada@northrup.example"


async def ask(*arguments: str, home: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    variables = {"SEALEDBID_HOME": str(home)} | {
        f"SEALEDBID_{name.upper()}": value for name, value in variables.items()
    }
    return await asyncio.to_thread(sealedbid, "mail", "test", *arguments, **variables)


async def test_without_a_server_it_names_the_file(tmp_path: Path) -> None:
    done = await ask(TO, "--language", "de", home=tmp_path)
    assert done.returncode == 0, done.stderr
    (file,) = (tmp_path / "mail").iterdir()
    assert f"Written to {file}" in done.stdout
    assert "SEALEDBID_MAIL_SMTP_HOST" in done.stdout
    mail = message_from_bytes(file.read_bytes(), policy=policy.default)
    assert mail["To"] == TO
    assert f"Message-ID: {mail['Message-ID']}" in done.stdout
    assert mail["Content-Language"] == "de"


async def test_with_a_server_it_names_the_server(tmp_path: Path) -> None:
    async with opened_post(Post()) as post:
        done = await ask(TO, home=tmp_path, **smtp(post))
    assert done.returncode == 0, done.stderr
    assert f"127.0.0.1:{post.port} took it." in done.stdout
    assert [mail["To"] for mail in post.mails] == [TO]
    assert not (tmp_path / "mail").exists()


def smtp(post: Post) -> dict[str, str]:
    return {
        "mail_smtp_host": "127.0.0.1",
        "mail_smtp_port": str(post.port),
        "mail_smtp_security": "none",
    }


@pytest.mark.parametrize(("answer", "code"), [("550 no", FAILED), ("450 later", TRY_AGAIN)])
async def test_a_refusal_has_an_exit_code(answer: str, code: int, tmp_path: Path) -> None:
    async with opened_post(Post(refused_recipients={TO: answer})) as post:
        done = await ask(TO, home=tmp_path, **smtp(post))
    assert done.returncode == code
    assert f"refused the recipient (code {answer[:3]})" in done.stderr


async def test_what_is_no_address_is_refused(tmp_path: Path) -> None:
    done = await ask("nobody", home=tmp_path)
    assert done.returncode == FAILED
    assert "no address" in done.stderr
    assert not (tmp_path / "mail").exists()


def test_prove_attacks_the_table_of_mails_and_finds_no_way_in(run: Commands) -> None:
    done = run("prove", "--in-place", "--quick", "--tables", "deliveries", "--format", "json")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "deliveries" in done.stdout


def test_the_audit_lists_who_may_read_the_secret_of_a_mail(run: Commands) -> None:
    assert run("audit").returncode == 0
    with run.installation.as_superuser() as behind:
        rows = behind.execute(
            "select signature, callers, reach from seal.definer_functions"
            " where signature ~ 'mail_secret|delivery|deliveries' and callers <> '{}' order by 1"
        ).fetchall()
    assert rows == [
        ("seal_private.mail_secrets(text)", ["sb_gate"], "own"),
        ("seal_private.new_mail_secret(text)", ["sb_gate"], "own"),
        ("seal_private.purge_deliveries(interval,integer)", ["sb_queue"], "all"),
        ("system.begin_delivery()", ["sb_worker"], "own"),
        ("system.mail_secret()", ["sb_worker"], "own"),
        ("system.note_delivery(text,text)", ["sb_worker"], "own"),
    ]
