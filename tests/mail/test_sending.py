"""From an invitation to a mail that a real server took, and what becomes of one that it refuses."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

import pytest

from sealedbid.core.models import Role
from sealedbid.core.repository import org_members
from sealedbid.mail.repository import deliveries
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.tokens import Token
from sealedbid.system.audit_log.repository import audit_log
from tests.mail.office import Office
from tests.mail.post import Post, opened_post, text_of

pytestmark = pytest.mark.full

LINK = re.compile(r"https?://\S+")


def tokens_in(post: Post) -> list[str]:
    """The token of each mail's link."""
    return [LINK.findall(text)[0].partition("token=")[2] for text in post.texts]


async def test_the_mail_of_an_invitation_arrives_and_its_link_joins(
    office: Office, post: Post
) -> None:
    guest = office.people.sign_up("guest")
    delivery = await office.invite(guest.email)
    await office.work(post)
    (mail,) = post.mails
    assert mail["To"] == guest.email
    assert mail["Message-ID"] == f"<{delivery}@localhost>"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert post.envelopes == [("sealedbid@localhost", [guest.email])]
    (token,) = tokens_in(post)
    shown = Token.parse(token)
    async with office.gateway.sealed_person(guest.proof) as tx:
        role: Role = await org_members.accept(tx, proof=shown.proof, org_id=shown.org_id)
    assert role == "member"
    found = office.delivery(delivery)
    assert (found["status"], found["attempts"], found["error"]) == ("sent", 1, None)
    assert found["message_id"] == mail["Message-ID"]
    assert found["sent_at"] is not None
    assert office.job(delivery)["status"] == "done"


async def test_the_secret_of_the_link_is_in_no_row(office: Office, post: Post) -> None:
    await office.invite("nowhere@example.org")
    await office.work(post)
    (token,) = tokens_in(post)
    secret = Token.parse(token).secret
    for (table,) in office.behind(
        "select c.oid::regclass::text from pg_class c where c.relkind = 'r'"
        " and c.relnamespace::regnamespace::text in ('public', 'seal_private', 'queue', 'auth')"
    ):
        ((count,),) = office.behind(
            f"select count(*) from {table} t where strpos(t::text, %s) > 0"
            " or strpos(t::text, %s) > 0",
            token,
            secret.hex(),
        )
        assert count == 0, table


async def test_each_organization_sees_its_own_mails(office: Office, post: Post) -> None:
    await office.invite("ours@example.org")
    await office.invite("theirs@example.org", by=office.world.b)
    await office.work(post)
    for organization, address in ((office.world.a, "ours"), (office.world.b, "theirs")):
        async with office.gateway.sealed(
            "session", organization.admin.proof, organization.id
        ) as tx:
            (seen,) = await deliveries.page(tx)
        assert (seen.recipient, seen.status) == (f"{address}@example.org", "sent")
    async with office.gateway.sealed(
        "session", office.world.a.member.proof, office.world.a.id
    ) as tx:
        assert await deliveries.page(tx) == []


async def test_a_server_that_is_busy_is_asked_again_with_the_same_link(
    office: Office, post: Post
) -> None:
    post.answers = ["451 try later", "421 closing"]
    delivery = await office.invite("later@example.org")
    for attempt in (1, 2):
        await office.work(post)
        found = office.delivery(delivery)
        assert (found["status"], found["attempts"], found["message_id"]) == (
            "queued",
            attempt,
            None,
        )
        assert "code 4" in found["error"]
        assert office.job(delivery)["status"] == "scheduled"
        office.make_due()
    first = await given_link(office, delivery)
    office.make_due()
    await office.work(post)
    assert tokens_in(post) == [first]
    assert office.delivery(delivery)["status"] == "sent"


async def given_link(office: Office, delivery: UUID) -> str:
    """The token that the job is given now; the job waits again afterwards."""
    job, lease, org = office.lease(delivery)
    async with (
        office.installation.gateway("sb_worker") as gateway,
        gateway.sealed_job(job, lease, org) as tx,
    ):
        secret = await deliveries.secret(tx)
    assert secret is not None
    with office.installation.connect("sb_dispatch") as dispatch:
        dispatch.execute(
            "select queue.release(array[%s], array[%s], array[%s], '{0}')", (org, job, lease)
        )
    return secret.token


async def test_a_mail_that_is_refused_for_good_is_not_sent_again(
    office: Office, post: Post
) -> None:
    post.refused_recipients = {"gone@example.org": "550 no such user gone@example.org"}
    delivery = await office.invite("gone@example.org")
    await office.work(post)
    found = office.delivery(delivery)
    assert (found["status"], found["attempts"]) == ("failed", 1)
    assert "code 550" in found["error"]
    assert "gone@" not in found["error"]
    job = office.job(delivery)
    assert job["status"] == "dead"
    assert job["error"]["reason"] == found["error"]
    assert post.mails == []


async def test_a_refused_mail_can_be_tried_again_by_the_operator(
    office: Office, post: Post
) -> None:
    post.refused_recipients = {"back@example.org": "550 not yet"}
    delivery = await office.invite("back@example.org")
    await office.work(post)
    assert office.delivery(delivery)["status"] == "failed"
    post.refused_recipients = {}
    with office.installation.as_owner() as operator:
        operator.execute(
            "select queue.retry_job(%s, %s)", (office.job(delivery)["id"], office.world.a.id)
        )
    await office.work(post)
    found = office.delivery(delivery)
    assert (found["status"], found["attempts"], found["error"]) == ("sent", 2, None)


async def test_a_server_that_is_away_is_asked_until_the_attempts_are_spent(
    office: Office, post: Post
) -> None:
    delivery = await office.invite("away@example.org")
    await office.work(post, mail_smtp_port=1)
    assert office.job(delivery)["status"] == "scheduled"
    assert "cannot be reached" in office.delivery(delivery)["error"]
    office.behind("update public.jobs set attempt = max_attempts - 1")
    office.make_due()
    await office.work(post, mail_smtp_port=1)
    assert office.job(delivery)["status"] == "dead"
    assert office.delivery(delivery)["status"] == "failed"


async def test_a_job_that_is_cancelled_ends_its_mail(office: Office) -> None:
    delivery = await office.invite("cancelled@example.org")
    office.behind("update public.jobs set status = 'cancelled', finished_at = now()")
    found = office.delivery(delivery)
    assert (found["status"], found["error"]) == ("failed", "cancelled")


async def test_a_crash_after_sending_gives_a_second_copy_with_the_same_message_id(
    office: Office, post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorded = deliveries.sent

    async def crash(tx: Transaction, **given: Any) -> None:
        await recorded(tx, **given)
        raise RuntimeError("the worker is gone before it commits")

    delivery = await office.invite("twice@example.org")
    monkeypatch.setattr(deliveries, "sent", crash)
    await office.work(post)
    assert office.delivery(delivery)["status"] == "queued"
    monkeypatch.setattr(deliveries, "sent", recorded)
    office.make_due()
    await office.work(post)
    first, second = post.mails
    assert first["Message-ID"] == second["Message-ID"]
    assert text_of(first) == text_of(second)
    assert (office.delivery(delivery)["status"], office.delivery(delivery)["attempts"]) == (
        "sent",
        2,
    )


async def test_an_invitation_that_was_taken_back_is_not_mailed(office: Office, post: Post) -> None:
    delivery = await office.invite("never@example.org")
    async with office.gateway.sealed(
        "session", office.world.a.admin.proof, office.world.a.id
    ) as tx:
        await tx.run(
            "select core.revoke_invitation(%(id)s)",
            id=UUID(office.delivery(delivery)["resource_id"]),
        )
    await office.work(post)
    assert post.mails == []
    found = office.delivery(delivery)
    assert found["status"] == "failed"
    assert "revoked" in found["error"]


async def test_nothing_is_sent_to_an_address_without_an_account(office: Office, post: Post) -> None:
    known = office.send("recover", "known@example.org", {"redirect_to": "http://x.example/"})
    unknown = office.send("recover", None, {"redirect_to": "http://x.example/"})
    one, other = (office.job(id) for id in (known, unknown))
    differing = {name for name in one if one[name] != other[name]}
    assert differing <= {"id", "payload", "created_at", "updated_at", "run_at"}
    await office.work(post)
    assert [
        mail["To"] for mail in post.mails
    ] == []  # without a token the link of the known opens nothing
    assert office.delivery(unknown)["status"] == "void"
    assert office.delivery(unknown)["recipient"] is None
    assert office.job(unknown)["status"] == "done"


async def test_without_a_server_mails_are_files_that_their_owner_alone_reads(
    office: Office, tmp_path: Any
) -> None:
    await office.invite("folder@example.org")
    await office.work(home=office.installation.settings.home, mail_smtp_host=None)
    folder = office.installation.settings.home / "mail"
    (file,) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert file.stat().st_mode & 0o777 == 0o600
    assert b"folder@example.org" in file.read_bytes()
    file.unlink()


async def test_a_mail_in_the_language_of_the_organization(office: Office, post: Post) -> None:
    office.behind(
        "update public.organizations set locale = 'de-AT', timezone = 'Europe/Vienna'"
        " where id = %s",
        office.world.b.id,
    )
    await office.invite("wien@example.org", by=office.world.b)
    await office.work(post)
    (mail,) = post.mails
    assert mail["Content-Language"] == "de"
    assert "lädt Sie" in mail["Subject"]
    assert "(Europe/Vienna)" in text_of(mail)


async def test_the_audit_log_of_an_organization_says_nothing_of_links(
    office: Office, post: Post
) -> None:
    await office.invite("log@example.org")
    await office.work(post)
    async with office.gateway.sealed(
        "session", office.world.a.owner.proof, office.world.a.id
    ) as tx:
        events = await audit_log.latest(tx, limit=50)
    (token,) = tokens_in(post)
    assert all(token not in str(event) for event in events)


async def test_mails_are_removed_with_the_jobs(office: Office, post: Post) -> None:
    old, new = [await office.invite(f"{name}@example.org") for name in ("old", "new")]
    await office.work(post)
    office.behind(
        "update public.deliveries set created_at = now() - interval '31 days' where id = %s", old
    )
    with office.installation.connect("sb_dispatch") as dispatch:
        dispatch.execute("select queue.tick()")
    assert [id for (id,) in office.behind("select id from public.deliveries")] == [new]


async def test_the_post_without_encryption_is_not_told_a_secret(
    office: Office,
) -> None:
    async with opened_post(Post()) as post:
        delivery = await office.invite("plain@example.org")
        await office.work(post, mail_smtp_security="starttls")
        assert post.mails == []
    assert office.delivery(delivery)["status"] != "sent"
