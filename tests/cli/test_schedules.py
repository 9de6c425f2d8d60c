"""schedules: set, listed, foreseen and removed, as a person does it at a terminal."""

from __future__ import annotations

import pytest

from tests.fixtures.commands import Commands
from tests.fixtures.people import People, World


@pytest.fixture(scope="module")
def world(run: Commands) -> World:
    """Two organizations."""
    return People(run.installation).world()


def plan(run: Commands, org: str, name: str, *more: str) -> None:
    done = run(
        *("schedules", "set", name, "--type", "nobody.knows", "--cron", "30 9 * * 1-5"),
        *("--timezone", "Europe/Berlin", "--org", org, *more),
    )
    assert done.returncode == 0, done.stderr
    assert f"{name} runs next at " in done.stdout


def test_anothers_schedule_is_not_listed_foreseen_or_removed(run: Commands, world: World) -> None:
    plan(run, world.b.name, "theirs")
    ours = ("--org", world.a.name)
    for verb in ("next", "remove"):
        done = run("schedules", verb, "theirs", *ours)
        assert done.returncode == 1, done.stdout
        assert "theirs" in done.stderr
    assert "theirs" not in run("schedules", "list", *ours).stdout
    assert "theirs" in run("schedules", "list", "--org", world.b.name).stdout


def test_a_schedule_is_set_listed_foreseen_and_removed(run: Commands, world: World) -> None:
    org = ("--org", world.a.name)
    name = "every [morning]"
    plan(run, world.a.name, name, "--payload", '{"word": "hello"}', "--no-catch-up")
    kept = run.behind("select payload, catch_up from public.job_schedules where name = %s", name)
    assert kept == [({"word": "hello"}, False)]
    listed = run("schedules", "list", *org).stdout
    for told in (name, "nobody.knows", "30 9 * * 1-5", "Europe/Berlin"):
        assert told in listed
    heading, *times = run("schedules", "next", name, *org).stdout.splitlines()
    assert heading.split() == ["Europe/Berlin", "UTC"]
    assert len(times) == 5
    for line in times:
        day, date, hour, offset, _, utc = line.split()
        assert (day not in ("Sat", "Sun"), date[:2], hour) == (True, "20", "09:30")
        assert utc == {"+0100": "08:30", "+0200": "07:30"}[offset]
    assert run("schedules", "remove", name, *org).returncode == 0
    assert name not in run("schedules", "list", *org).stdout


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--cron", "0 25 * * *"), "cron: the hour"),
        (("--cron", "0 9 * * *", "--timezone", "Europe/Nowhere"), "timezone: "),
        (("--cron", "0 9 * * *", "--payload", "[]"), "payload: "),
        (("--cron", "0 9 * * *", "--payload", "{"), "payload: "),
    ],
)
def test_what_cannot_be_read_is_said_in_a_sentence(
    run: Commands, world: World, wrong: tuple[str, ...], said: str
) -> None:
    done = run("schedules", "set", "wrong", "--type", "x", "--org", world.a.name, *wrong)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_the_operator_alone_schedules_reserved_types(run: Commands, world: World) -> None:
    reserved = ("schedules", "set", "purge", "--type", "system.purge", "--cron", "0 3 * * *")
    org = ("--org", world.a.name)
    done = run(*reserved, *org)
    assert done.returncode == 77
    assert "only the operator" in done.stderr
    done = run(*reserved, *org, "--as-operator")
    assert done.returncode == 0, done.stderr
    assert "purge" in run("schedules", "list", *org).stdout
    assert run("schedules", "remove", "purge", *org).returncode == 77
    done = run("schedules", "remove", "purge", *org, "--as-operator")
    assert done.stdout.strip() == "Removed purge."


@pytest.mark.full
def test_a_schedule_that_is_off_says_why(run: Commands, world: World) -> None:
    plan(run, world.b.name, "broken")
    run.behind(
        "update public.job_schedules set cron = '0 99 * * *', next_run_at = now()"
        " where name = 'broken' returning id"
    )
    assert run("worker", "--until-idle").returncode == 0
    org = ("--org", world.b.name)
    why = "its cron or its time zone cannot be read"
    assert why in run("schedules", "list", *org).stdout
    assert run("schedules", "next", "broken", *org).stdout.strip() == f"broken is off: {why}."
