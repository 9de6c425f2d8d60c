"""backup and restore of an installation whose people sign in elsewhere: it stays so."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from sealedbid.api.app import check_database
from sealedbid.auth.elsewhere.vouching import path_of
from sealedbid.platform.errors import SealedbidError
from tests.api.auth.elsewhere.project import new_key, project_served
from tests.api.serving import Api, OrgClient, served, settings_of
from tests.fixtures.commands import Home
from tests.fixtures.people import People
from tests.fixtures.server import temporary_home

pytestmark = pytest.mark.full

PROFILE = "/api/v1/profile"


def test_what_is_restored_has_its_people_elsewhere_still(tmp_path: Path) -> None:
    file = tmp_path / "all.dump"
    with (
        project_served(new_key()) as project,
        temporary_home() as first_path,
        temporary_home() as second_path,
    ):
        first, second = Home(first_path), Home(second_path)
        for command in ("up", "migrate"):
            assert first(command).returncode == 0
        here = People(first.installation).sign_up("ada")
        given = first("users", "elsewhere")
        assert given.stdout == "People sign in elsewhere. Tokens that ended: 1.\n", given.stderr
        person = project.person("bea")
        token, ended = project.sign_in(person), project.sign_in(person)
        with served(first.installation, supabase_url=project.url) as url:
            api = Api(first.installation, url)
            founding = {"name": "Alder", "currency": "EUR"}
            founded = api.client(token).post("/api/v1/orgs", json=founding)
            assert founded.status_code == 201, founded.text
            org = founded.json()["id"]
            made = OrgClient(api.client(token), org)("POST", "/clients", json={"name": "A client"})
            assert made.status_code == 201
            assert api.client(ended).get(PROFILE).status_code == 200
            assert api.client(ended).post("/auth/v1/logout").status_code == 404
            with first.installation.connect("sb_auth") as auth:
                auth.execute("select seal_auth.sign_out(sha256(%s), 'local')", (ended.encode(),))
            api.close()
        assert first("backup", str(file)).returncode == 0

        done = second("restore", str(file))
        assert done.returncode == 0, done.stderr
        assert "Sealed." in done.stderr
        listed = second("users", "list")
        assert listed.returncode == 1
        assert "kept by another auth server" in listed.stderr
        settings = settings_of(second.installation).model_copy(update={"supabase_url": project.url})
        with pytest.raises(SealedbidError, match="Run `sealedbid users elsewhere` again"):
            asyncio.run(check_database(settings))  # a backup has no keys
        assert second("users", "elsewhere").stdout.endswith("Tokens that ended: 0.\n")
        asyncio.run(check_database(settings))
        with served(second.installation, supabase_url=project.url) as url:
            api = Api(second.installation, url)
            password = {"email": here.email, "password": "three green boats"}
            asked = api.client().post("/auth/v1/token?grant_type=password", json=password)
            assert (asked.status_code, asked.json()["error_code"]) == (404, "accounts_elsewhere")
            assert api.client(ended).get(PROFILE).status_code == 401
            again = api.client(project.sign_in(person))
            assert again.get(PROFILE).json()["id"] == person["id"]
            names = [row["name"] for row in OrgClient(again, org)("GET", "/clients").json()["data"]]
            assert names == ["A client"]
            api.close()
        with second.installation.as_superuser() as behind:
            sessions = "select count(*) from auth.sessions where revoked_at is null"
            assert behind.execute(sessions).fetchone() == (0,)
        assert path_of(second.path).stat().st_mode & 0o077 == 0
        assert second("users", "here").returncode == 0
        assert not path_of(second.path).exists()
        assert here.email in second("users", "list").stdout
