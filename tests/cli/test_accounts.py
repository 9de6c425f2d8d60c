"""users, orgs and keys: an installation's people, organizations and API keys by commands."""

from __future__ import annotations

import re

import pytest

from tests.fixtures.commands import Commands

ADA, BEN = "ada@agency.example", "ben@agency.example"


@pytest.fixture(scope="module", autouse=True)
def _founded(run: Commands) -> None:
    """Two people, and an organization of the first."""
    for email, name in ((ADA, "Ada"), (BEN, "Ben")):
        assert run("users", "create", email, "--name", name).returncode == 0
    assert run("orgs", "found", "First Agency", "--owner", ADA.upper()).returncode == 0


def test_people_are_listed_and_told_by_mail(run: Commands) -> None:
    shown = run("users", "list").stdout
    assert ADA in shown
    assert "Ben" in shown
    assert run.behind(
        "select template, recipient from public.deliveries where template = 'recover' order by 2"
    ) == [("recover", ADA), ("recover", BEN)]
    again = run("users", "create", ADA, "--name", "Ada")
    assert again.returncode == 1
    assert "has an account" in again.stderr


def test_an_organization_is_founded_for_a_person_who_has_an_account(run: Commands) -> None:
    shown = run("orgs", "list").stdout
    assert "First Agency" in shown
    assert ADA in shown
    nobody = run("orgs", "found", "Second", "--owner", "nobody@agency.example")
    assert nobody.returncode == 1
    assert "Nobody has an account" in nobody.stderr


def test_a_member_is_invited_ranked_and_removed(run: Commands) -> None:
    assert run("orgs", "invite", BEN, "--role", "viewer").returncode == 0
    assert "invited" in run("orgs", "members").stdout
    run.behind(
        "insert into public.org_members (org_id, user_id, role)"
        " select o.id, p.id, 'viewer' from public.organizations o, public.profiles p"
        f" where o.name = 'First Agency' and p.email = '{BEN}' returning 1"
    )
    assert run("orgs", "rank", BEN, "admin").stdout == f"{BEN} is admin.\n"
    assert re.search(rf"{BEN} +Ben +admin", run("orgs", "members").stdout)
    assert run("orgs", "remove", BEN).returncode == 0
    gone = run("orgs", "rank", BEN, "viewer")
    assert gone.returncode == 1
    assert "No member has the address" in gone.stderr
    last = run("orgs", "remove", ADA)
    assert last.returncode == 1
    assert "Traceback" not in last.stderr


def test_a_key_is_shown_once_listed_and_ended(run: Commands) -> None:
    token = run("keys", "create", "Import", "--rank", "viewer", "--days", "30").stdout.strip()
    assert token.startswith("sb_key_")
    listed = run("keys", "list").stdout
    assert "Import" in listed
    assert token not in listed
    found = re.search(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", listed)
    assert found is not None
    assert run("keys", "remove", found[0]).returncode == 0
    assert run("keys", "remove", found[0]).returncode == 1


def test_a_suspended_persons_sessions_end(run: Commands) -> None:
    run.behind(
        "insert into auth.sessions (id, user_id)"
        f" select gen_random_uuid(), id from auth.users where email = '{BEN}' returning 1"
    )
    assert "sessions that ended: 1" in run("users", "suspend", BEN, "--days", "3").stdout
    assert run("users", "restore", BEN).returncode == 0
    assert run("users", "sign-out", BEN).stdout == "Sessions that ended: 0.\n"
    assert (
        run("users", "remove-factors", BEN).stdout == "Factors and passkeys that were removed: 0.\n"
    )
    for command in ("suspend", "remove-factors"):
        assert run("users", command, "nobody@agency.example").returncode == 1
    actions = run.behind(
        "select action from public.audit_log where action like 'account.%%' order by created_at, id"
    )
    assert {
        "account.suspended",
        "account.restored",
        "account.signed_out",
        "account.factors_removed",
    } <= {action for (action,) in actions}


def test_factors_that_no_file_opens_are_removed_at_once(run: Commands) -> None:
    assert run("users", "remove-factors").returncode == 2
    assert run("users", "remove-factors", BEN, "--not-opened").returncode == 2
    assert run("users", "remove-factors", "--not-opened").stdout == ""
    run.behind(
        "insert into auth.factors (id, user_id, kind, sealed, pad_proof, verified_at)"
        " select gen_random_uuid(), id, 'totp', decode(repeat('00', 20), 'hex'),"
        " sha256('of another file'), now() from auth.users"
        f" where email in ('{ADA}', '{BEN}') returning 1"
    )
    removed = run("users", "remove-factors", "--not-opened").stdout
    told = "factors and passkeys that were removed: 1."
    assert removed == f"{ADA}: {told}\n{BEN}: {told}\n"
    assert run.behind("select count(*) from auth.factors") == [(0,)]


def test_accounts_are_given_to_another_server_and_taken_back(run: Commands) -> None:
    assert run("users", "elsewhere").stdout == "People sign in elsewhere. Tokens that ended: 0.\n"
    listed = run("users", "list")
    assert listed.returncode == 1
    assert "kept by another auth server" in listed.stderr
    assert "Traceback" not in listed.stderr
    assert run("orgs", "invite", ADA, "--role", "owner").returncode == 0  # nobody else could
    assert run("users", "here").stdout == "People sign in here. Tokens that ended: 0.\n"
    assert ADA in run("users", "list").stdout
