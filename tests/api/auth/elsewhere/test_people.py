"""People of a project in organizations here; and what is off where they sign in there."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import Any

import httpx2
import psycopg
import pytest

from sealedbid.api.app import check_database
from sealedbid.auth.elsewhere.opening import check_elsewhere, open_elsewhere
from sealedbid.auth.elsewhere.vouching import line_of, path_of
from sealedbid.auth.repository import elsewhere as repository
from sealedbid.isolation.prove.ground import make_ground
from sealedbid.platform.config import ConfigurationError, Settings, read_settings
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.installer import keep_accounts_elsewhere
from sealedbid.platform.postgres import open_pool
from sealedbid.platform.postgres.calls import AccountCalls
from sealedbid.platform.postgres.logins import LOGINS
from sealedbid.platform.secrets import write_secret
from tests.api.auth.elsewhere.project import USER, Project
from tests.api.core.test_joining import token_of
from tests.api.serving import Api, OrgClient, served, settings_of
from tests.fixtures.elsewhere import KEY, Said, Session, give_away
from tests.fixtures.people import People
from tests.fixtures.server import Installation

pytestmark = pytest.mark.full


def _founded(there: Api, project: Project, name: str) -> OrgClient:
    client = there.client(project.sign_in(project.person(name.lower())))
    answer = client.post("/api/v1/orgs", json={"name": name, "currency": "EUR"})
    assert answer.status_code == 201, answer.text
    return OrgClient(client, uuid.UUID(answer.json()["id"]))


def test_two_organizations_of_people_of_the_project_do_not_meet(
    there: Api, project: Project
) -> None:
    first, second = (_founded(there, project, name) for name in ("Alder", "Borealis"))
    ids = []
    for org in (first, second):
        made = org("POST", "/clients", json={"name": f"A client of {org.org_id}"})
        assert made.status_code == 201, made.text
        ids.append(made.json()["id"])
    assert [row["id"] for row in first("GET", "/clients").json()["data"]] == ids[:1]
    assert [row["id"] for row in second("GET", "/clients").json()["data"]] == ids[1:]
    assert first("GET", f"/clients/{ids[1]}").status_code == 404
    assert OrgClient(first.client, second.org_id)("GET", "/clients").status_code == 404


@pytest.mark.parametrize(("level", "status"), [("aal1", 403), ("aal2", 200), (2, 403)])
def test_an_organization_that_asks_for_two_factors_opens_to_tokens_that_say_two(
    there: Api, project: Project, level: object, status: int
) -> None:
    person = project.person("owner")
    owner = there.client(project.sign_in(person, aal="aal2"))
    org = OrgClient(owner, uuid.UUID(owner.post("/api/v1/orgs", json={"name": "Two"}).json()["id"]))
    version = {"if-match": org("GET", "").headers["etag"]}
    assert org("PATCH", "", json={"require_mfa": True}, headers=version).status_code == 200
    other = OrgClient(there.client(project.sign_in(person, aal=level)), org.org_id)
    assert other("GET", "/clients").status_code == status


@pytest.mark.parametrize("is_proven", [True, False])
def test_an_invitation_is_for_whoever_has_proven_its_address(
    there: Api, project: Project, is_proven: bool
) -> None:
    org = _founded(there, project, "Inviting")
    proven = "2026-01-02T03:04:05Z" if is_proven else None
    person = project.person("guest", email_confirmed_at=proven)
    asked = org("POST", "/invitations", json={"email": person["email"], "role": "viewer"})
    assert asked.status_code == 201, asked.text
    guest = there.client(project.sign_in(person))
    assert guest.get("/api/v1/profile").status_code == 200
    assert len(guest.get("/api/v1/invitations").json()["data"]) == int(is_proven)


def test_the_page_of_an_invitation_leads_to_the_project_and_mails_nothing(
    there: Api, project: Project
) -> None:
    org = _founded(there, project, "Paging")
    email = project.person("invited")["email"]
    made = org("POST", "/invitations", json={"email": email, "role": "viewer"}).json()["id"]
    token = token_of(there.installation, made)
    own = {"sec-fetch-site": "same-origin"}
    with there.client(**own) as stranger:
        shown = stranger.get("/join", params={"token": token})
        asked = stranger.post("/join/sign-in", data={"token": token})
    assert shown.status_code == asked.status_code == 200
    assert shown.text == asked.text
    assert f"People sign in at {project.url}" in shown.text
    assert "<form" not in shown.text


def test_the_address_follows_the_project_with_the_next_token(there: Api, project: Project) -> None:
    person = project.person("old")
    assert there.client(project.sign_in(person)).get("/api/v1/profile").status_code == 200
    changed = person | {"email": "new." + person["email"]}
    answer = there.client(project.sign_in(changed)).get("/api/v1/profile")
    assert answer.json()["email"] == changed["email"]


def test_a_token_that_was_revoked_here_stays_so(there: Api, project: Project) -> None:
    token = project.sign_in(person := project.person())
    client = there.client(token)
    assert client.get("/api/v1/profile").status_code == 200
    with there.installation.as_superuser() as behind:
        behind.execute(
            "update seal_private.credentials set revoked_at = now() where user_id = %s",
            (person["id"],),
        )
    assert client.get("/api/v1/profile").status_code == 401


def test_signing_in_here_is_off_and_says_where_it_is(there: Api, project: Project) -> None:
    client = there.client()
    given = {"email": "ada@example.org", "password": "correct horse battery"}
    for method, path in (
        ("POST", "/signup"),
        ("POST", "/token?grant_type=password"),
        ("POST", "/recover"),
        ("GET", "/user"),
        ("GET", "/.well-known/jwks.json"),
        ("GET", "/sessions"),
    ):
        answer = client.request(method, f"/auth/v1{path}", json=given if method == "POST" else None)
        assert answer.status_code == 404, path
        assert answer.json()["error_code"] == "accounts_elsewhere"
        assert project.url in answer.json()["msg"]
    told = client.get("/auth/v1/settings").json()
    assert told["disable_signup"] is True
    assert told["external"]["email"] is False
    assert client.get("/auth/v1/health").status_code == 200


def test_other_credentials_are_not_taken_to_the_project(there: Api, project: Project) -> None:
    org = _founded(there, project, "Keys")
    asked = dict(project.asked)
    client = there.client()
    for token in (f"sb_key_{org.org_id}", "sb_", "x"):
        answer = client.get("/api/v1/profile", headers={"authorization": f"Bearer {token}"})
        assert answer.status_code == 401
    cookie = {"cookie": f"__Host-sb={project.sign_in()}"}
    assert client.get("/api/v1/profile", headers=cookie).status_code == 401
    assert dict(project.asked) == asked


# Who may say so -----------------------------------------------------------------------------------


def test_giving_accounts_away_ends_sessions_and_taking_them_back_ends_the_others(
    fresh_installation: Installation,
) -> None:
    person = People(fresh_installation).sign_up("ada")
    opened = "select seal.open_person(%s)"
    with fresh_installation.connect("sb_api") as api, api.transaction():
        api.execute(opened, (person.proof,))
    assert keep_accounts_elsewhere(fresh_installation.owner, KEY) == 1
    assert keep_accounts_elsewhere(fresh_installation.owner, KEY) == 0
    refused = psycopg.errors.InvalidAuthorizationSpecification
    with fresh_installation.connect("sb_api") as api, pytest.raises(refused):
        api.execute(opened, (person.proof,))
    with fresh_installation.connect("sb_auth") as auth:
        with pytest.raises(psycopg.errors.FeatureNotSupported):
            auth.execute("select seal_auth.begin_password(%s, null, null)", (person.email,))
        session = Session(b"p" * 32, person.id)
        session.start(auth, session.mac())
        session.start(auth, session.mac())  # as two processes do
        assert keep_accounts_elsewhere(fresh_installation.owner, None) == 1
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            session.start(auth, session.mac())
    with fresh_installation.as_superuser() as behind:
        told = behind.execute(
            "select action, detail from public.audit_log where action ~ '^accounts[.]' order by id"
        ).fetchall()
    made: tuple[str, dict[str, bool]] = ("accounts.key_made", {})
    away, back = (("accounts.moved", {"elsewhere": elsewhere}) for elsewhere in (True, False))
    assert told == [made, away, made, back]


def test_an_address_is_proven_where_the_accounts_are(fresh_installation: Installation) -> None:
    person = People(fresh_installation).sign_up("ada")
    proven = "select email_confirmed_at is not null from public.profiles where id = %s"
    for elsewhere in (True, False):
        keep_accounts_elsewhere(fresh_installation.owner, KEY if elsewhere else None)
        with fresh_installation.as_superuser() as behind:
            assert behind.execute(proven, (person.id,)).fetchone() == (not elsewhere,)


def test_an_operator_is_appointed_by_the_address_that_is_proven_there(
    fresh_installation: Installation,
) -> None:
    before = People(fresh_installation).sign_up("ada")
    keep_accounts_elsewhere(fresh_installation.owner, KEY)
    said = Said(uuid.uuid4(), before.email)
    with fresh_installation.connect("sb_auth") as auth:
        said.tell(auth, said.mac())
    with fresh_installation.as_owner() as owner:
        appointed = owner.execute("select core.appoint_operator(%s)", (before.email,)).fetchone()
    assert appointed == (said.id,)


@pytest.mark.full
def test_the_proof_signs_people_up_where_accounts_are_elsewhere(
    fresh_installation: Installation,
) -> None:
    keep_accounts_elsewhere(fresh_installation.owner, KEY)
    conninfos: dict[str, str] = {login: fresh_installation.conninfo(login) for login in LOGINS}
    ground = make_ground(conninfos | {"owner": fresh_installation.owner}, ["public"])
    assert ground.a.org_id != ground.b.org_id


@pytest.mark.parametrize("login", ["sb_api", "sb_auth", "sb_worker", "sb_dispatch"])
def test_no_login_gives_accounts_away(installation: Installation, login: Any) -> None:
    for statement in (
        "select core.keep_accounts_elsewhere(true, sha256('mine'))",
        "insert into seal_private.accounts_elsewhere default values",
        "delete from seal_private.accounts_elsewhere",
        "select seal_private.revoke_sessions()",
    ):
        with (
            installation.connect(login) as connection,
            pytest.raises(psycopg.errors.InsufficientPrivilege),
        ):
            connection.execute(statement)


async def test_the_api_does_not_serve_two_ways_to_sign_in(installation: Installation) -> None:
    settings = settings_of(installation).model_copy(
        update={"supabase_url": "https://project.example"}
    )
    with pytest.raises(ConfigurationError, match="users elsewhere"):
        await check_database(settings)


@pytest.mark.parametrize("fault", ["no file", "another key", "no key", "half a file", "none"])
async def test_the_api_serves_only_where_its_word_counts(
    fresh_installation: Installation, tmp_path: Path, fault: str
) -> None:
    settings = settings_of(fresh_installation).model_copy(
        update={"supabase_url": "https://project.example", "home": tmp_path}
    )
    keep_accounts_elsewhere(fresh_installation.owner, KEY)
    if fault == "no key":
        with fresh_installation.as_superuser() as behind:
            behind.execute("delete from seal_private.keys where purpose = 'accounts.elsewhere'")
    lines = {"another key": line_of(b"another".ljust(32, b".")), "half a file": line_of(KEY)[:40]}
    if fault != "no file":
        write_secret(path_of(tmp_path), lines.get(fault, line_of(KEY)))
    login = fresh_installation.conninfo("sb_auth")
    if fault == "none":
        await check_elsewhere(login, settings)
    else:
        with pytest.raises(SealedbidError, match="Run `sealedbid users elsewhere` again"):
            await check_elsewhere(login, settings)


@pytest.mark.full
def test_a_process_whose_word_does_not_count_any_more_is_unavailable(
    fresh_installation: Installation, project: Project
) -> None:
    give_away(fresh_installation)
    with served(fresh_installation, supabase_url=project.url) as url:
        api = Api(fresh_installation, url)
        known = api.client(project.sign_in())
        assert known.get("/api/v1/profile").status_code == 200
        keep_accounts_elsewhere(fresh_installation.owner, b"another key".ljust(32, b"."))
        assert api.client(project.sign_in()).get("/api/v1/profile").status_code == 503
        assert known.get("/api/v1/profile").status_code == 200
        api.close()


async def test_nothing_is_called_by_default(installation: Installation) -> None:
    settings = settings_of(installation)
    pool = await open_pool(installation.conninfo("sb_auth"), settings, name="test")
    try:
        calls = AccountCalls(pool)
        assert await repository.keeps_accounts(calls)
        assert open_elsewhere(calls, settings) is None
    finally:
        await pool.close()


@pytest.mark.parametrize(
    "url",
    ["http://project.example", "ftp://project.example", "https://a:b@project.example", "project"],
)
def test_an_address_that_others_could_answer_for_is_refused(
    url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEALEDBID_HOME", str(tmp_path))
    monkeypatch.setenv("SEALEDBID_SUPABASE_URL", url)
    with pytest.raises(ConfigurationError, match="SEALEDBID_SUPABASE_URL"):
        read_settings()


def test_a_slash_at_the_end_of_the_address_is_left_out(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, supabase_url="https://project.example/")
    assert settings.supabase_url == "https://project.example"


@pytest.mark.full
def test_an_address_in_a_redirect_is_never_asked(troubled: tuple[Project, Api]) -> None:
    project, api = troubled
    token = project.sign_in()
    project.odd[USER] = (302, {"location": f"{project.url}/stolen"}, b"")
    answer = httpx2.get(
        api.url + "/api/v1/profile", headers={"authorization": f"Bearer {token}"}, timeout=30
    )
    assert answer.status_code == 503
    assert project.asked["/stolen"] == 0


def test_no_provider_signs_anybody_in_here(there: Api) -> None:
    client = there.client()
    for path in ("authorize?provider=google", "callback?state=x&code=y"):
        assert client.get(f"/auth/v1/{path}").status_code == 404
    found = client.get("/auth/v1/settings").json()["external"]
    assert found == {"email": False, "phone": False, "google": False, "github": False}
