"""Reading a mail and its secret: the job of that mail, and nobody else."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from psycopg.types.json import Jsonb

from sealedbid.mail.repository import deliveries
from sealedbid.platform.errors import NotAllowedError, NotFoundError
from sealedbid.usecases.joining import invite
from tests.db.contexts import OPEN, REFUSED, touched
from tests.mail.office import Office

FUNCTIONS = (
    "select * from system.begin_delivery()",
    "select * from system.mail_secret()",
    "select system.note_delivery('<x@y>', null)",
)


async def test_a_job_reads_its_own_mail_alone(office: Office) -> None:
    ours = await office.invite("ours@example.org")
    theirs = await office.invite("theirs@example.org", by=office.world.b)
    seen = {}
    for delivery in (ours, theirs):
        job, lease, org = office.lease(delivery)
        async with (
            office.installation.gateway("sb_worker") as gateway,
            gateway.sealed_job(job, lease, org) as tx,
        ):
            found = await deliveries.begin(tx)
            secret = await deliveries.secret(tx)
            assert found is not None
            assert secret is not None
            seen[found.id] = (found.recipient, secret.token)
            rows = await tx.value("select count(*) from public.deliveries")
            assert rows == 0  # as a row nobody below an admin sees it, the job neither
    assert seen[ours][0] == "ours@example.org"
    assert seen[theirs][0] == "theirs@example.org"
    assert seen[ours][1] != seen[theirs][1]


async def test_a_lease_of_one_organization_opens_no_mail_of_another(office: Office) -> None:
    theirs = await office.invite("theirs@example.org", by=office.world.b)
    job, lease, _ = office.lease(theirs)
    with office.installation.connect("sb_worker") as worker, worker.transaction():
        assert (
            touched(worker, "select seal.open_job(%s, %s, %s)", job, lease, office.world.a.id)
            == "28000"
        )


@pytest.mark.parametrize("job_type", ["test.job", "system.other"])
async def test_another_job_of_the_same_organization_reads_no_mail(
    office: Office, job_type: str
) -> None:
    await office.invite("ours@example.org")
    office.behind(
        "insert into public.jobs (org_id, job_type, priority, requested_rank)"
        " values (%s, %s, 1, 4)",
        office.world.a.id,
        job_type,
    )
    lease = lease_of(office, job_type)
    with office.installation.connect("sb_worker") as worker:
        for statement in FUNCTIONS:
            with worker.transaction(force_rollback=True):
                worker.execute("select seal.open_job(%s, %s, %s)", lease)
                assert touched(worker, statement) == REFUSED


def lease_of(office: Office, job_type: str) -> tuple[UUID, UUID, UUID]:
    with office.installation.connect("sb_dispatch") as dispatch:
        rows = dispatch.execute(
            "select job_id, lease_token, org_id, job_type from"
            " queue.claim(queue.register('a test', 0, interval '1 hour'), 1000)"
        ).fetchall()
    job, lease, org, _ = next(row for row in rows if row[3] == job_type)
    return job, lease, org


async def test_no_person_reads_a_secret(office: Office) -> None:
    await office.invite("ours@example.org")
    for login in ("sb_api", "sb_worker"):
        with office.installation.connect(login) as connection:
            for statement in FUNCTIONS:
                with connection.transaction(force_rollback=True):
                    connection.execute(
                        OPEN, ("session", office.world.a.owner.proof, office.world.a.id)
                    )
                    assert touched(connection, statement) == REFUSED
                with connection.transaction(force_rollback=True):
                    assert touched(connection, statement) == REFUSED


async def test_no_login_writes_a_mail_or_its_job_by_hand(office: Office) -> None:
    await office.invite("ours@example.org")
    with office.installation.connect("sb_api") as api:
        for statement in (
            "insert into public.deliveries (org_id, template, recipient, locale, job_id)"
            " values (seal.org(), 'recover', 'a@b', 'en', seal.new_id())",
            "update public.deliveries set recipient = 'me@example.org'",
            "delete from public.deliveries",
            "insert into public.jobs (org_id, job_type) values (seal.org(), 'system.mail')",
            "select seal_private.send_mail(null, 'recover', 'a@b', 'en', '{}')",
            "select seal_private.mail_secrets('invitation')",
            "select seal_private.new_mail_secret('invitation')",
        ):
            with api.transaction(force_rollback=True):
                api.execute(OPEN, ("session", office.world.a.owner.proof, office.world.a.id))
                assert touched(api, statement) == REFUSED, statement


async def test_a_mail_that_is_sent_is_given_to_nobody_again(office: Office) -> None:
    delivery = await office.invite("once@example.org")
    job, lease, org = office.lease(delivery)
    async with office.installation.gateway("sb_worker") as gateway:
        async with gateway.sealed_job(job, lease, org) as tx:
            await deliveries.begin(tx)
            await deliveries.sent(tx, message_id="<x@y>")
        async with gateway.sealed_job(job, lease, org) as tx:
            assert await deliveries.begin(tx) is None
            assert await deliveries.secret(tx) is None
        with pytest.raises(NotAllowedError):
            async with gateway.sealed_job(job, lease, org) as tx:
                await deliveries.not_sent(tx, reason="no")


@pytest.mark.parametrize(
    "recipient",
    ["a@b\r\nBcc: x@y", "a@b\n", "a b@c", "no address", "a@b\u0085", "@", "", "a@b@c"],
)
def test_what_is_no_address_is_refused(office: Office, recipient: str) -> None:
    with pytest.raises(Exception, match="recipient_is_an_address"):
        office.send("recover", recipient)


BREAKS = ["Ada\r\nBcc: x@y.example", "Ada\nx", "Ada\u2028x", "Ada\u0085x"]


@pytest.mark.parametrize("name", BREAKS)
async def test_a_name_with_a_line_break_is_mailed_in_one_line(office: Office, name: str) -> None:
    office.behind(
        "update public.profiles set full_name = %s where id = %s", name, office.world.a.admin.id
    )
    await office.invite("guest@example.org")
    office.behind(
        "update public.profiles set full_name = '' where id = %s", office.world.a.admin.id
    )
    (row,) = office.behind(
        "select params ->> 'inviter' from public.deliveries where recipient = 'guest@example.org'"
    )
    assert row[0].split() == ["Ada", *name.split()[1:]]
    assert row[0].isprintable()


@pytest.mark.parametrize("name", BREAKS)
def test_no_delivery_is_written_with_a_line_break(office: Office, name: str) -> None:
    with pytest.raises(Exception, match="params_in_one_line"):
        office.send("recover", "a@b", {"name": name})


def test_a_backslash_in_a_name_is_no_line_break(office: Office) -> None:
    found = office.delivery(office.send("recover", "a@b", {"name": "C:\\new\\\\r \\u0041 🙂"}))
    assert found["params"] == {"name": "C:\\new\\\\r \\u0041 🙂"}


def test_the_name_of_a_browser_is_cleaned_and_not_refused(office: Office) -> None:
    agent = "Fire\r\nfox\t" + "x" * 300 + "\u0085"
    found = office.delivery(
        office.send("sign_in_new_device", "a@b", {"user_agent": agent, "ip": None})
    )
    assert found["params"] == {"user_agent": ("Fire fox " + "x" * 300)[:200]}


@pytest.mark.parametrize(
    ("given", "kept"),
    [("de", "de"), ("pt-BR", "pt-BR"), (None, "en"), ("de_DE", "en"), ("x" * 99, "en"), ("", "en")],
)
def test_a_language_that_is_none_is_that_of_the_organization(
    office: Office, given: str | None, kept: str
) -> None:
    assert office.delivery(office.send("recover", "a@b", locale=given))["locale"] == kept


@pytest.mark.parametrize("params", [{"n": 1}, {"n": {}}, {"n": ["x"]}])
def test_params_are_texts(office: Office, params: dict[str, Any]) -> None:
    with pytest.raises(Exception, match="params_are_texts"):
        office.send("recover", "a@b", params)


async def test_the_mail_of_an_invitation_goes_out_again_with_the_same_link(
    office: Office,
) -> None:
    async with office.gateway.sealed(
        "session", office.world.a.admin.proof, office.world.a.id
    ) as tx:
        id, _ = await invite(tx, email="again@example.org", role="viewer")
        await tx.value("select core.mail_invitation(%(id)s)", id=id)
    first, second = office.behind("select id from public.deliveries order by id")
    secrets = []
    for (delivery,) in (first, second):
        office.behind(
            "update public.jobs set status = 'queued', lease_token = null,"
            " deadline_at = null, worker_id = null"
        )
        job, lease, org = office.lease(delivery)
        async with (
            office.installation.gateway("sb_worker") as gateway,
            gateway.sealed_job(job, lease, org) as tx,
        ):
            secrets.append(await deliveries.secret(tx))
    assert secrets[0] is not None
    assert secrets[0] == secrets[1]


@pytest.mark.parametrize("role", ["viewer", "member"])
async def test_below_an_admin_nobody_mails_an_invitation(office: Office, role: str) -> None:
    delivery = await office.invite("guest@example.org")
    invitation = UUID(office.delivery(delivery)["resource_id"])
    person = office.world.a.person(role)
    with pytest.raises(NotAllowedError):
        async with office.gateway.sealed("session", person.proof, office.world.a.id) as tx:
            await tx.value("select core.mail_invitation(%(id)s)", id=invitation)
    owner = office.world.b.owner
    with pytest.raises(NotFoundError):
        async with office.gateway.sealed("session", owner.proof, office.world.b.id) as tx:
            await tx.value("select core.mail_invitation(%(id)s)", id=invitation)


async def test_an_admin_mails_no_invitation_to_a_rank_above_their_own(office: Office) -> None:
    async with office.gateway.sealed(
        "session", office.world.a.owner.proof, office.world.a.id
    ) as tx:
        id, _ = await invite(tx, email="boss@example.org", role="owner", is_mailed=False)
    with pytest.raises(NotAllowedError):
        async with office.gateway.sealed(
            "session", office.world.a.admin.proof, office.world.a.id
        ) as tx:
            await tx.value("select core.mail_invitation(%(id)s)", id=id)
    assert office.behind("select from public.deliveries") == []


async def test_the_language_of_an_account_elsewhere_is_not_shown(office: Office) -> None:
    """An admin sees the delivery: its language must say nothing of the invited person."""
    guest = office.people.sign_up("guest")
    office.behind("update public.profiles set locale = 'de' where id = %s", guest.id)
    found = office.delivery(await office.invite(guest.email))
    assert found["locale"] == "en"
    assert set(found["params"]) == {"organization", "inviter", "inviter_email", "role", "timezone"}


def test_a_template_that_is_unknown_is_refused(office: Office) -> None:
    with (
        office.installation.as_superuser() as behind,
        pytest.raises(Exception, match="template_known"),
    ):
        behind.execute(
            "select seal_private.send_mail(%s, 'advert', 'a@b', 'en', %s)",
            (UUID(int=0), Jsonb({})),
        )
