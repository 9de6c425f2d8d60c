"""jobs: shown, cancelled, retried, stopped and resumed, as a person does it at a terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
import urllib.request
from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.commands import Commands, environment, program, sealedbid
from tests.fixtures.people import People, World


@pytest.fixture(scope="module")
def world(run: Commands) -> World:
    """Two organizations."""
    return People(run.installation).world()


def ask(run: Commands, world: World, whose: str = "a") -> str:
    organization = getattr(world, whose)
    with run.installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select seal.open('session', %s, %s)", (organization.member.proof, organization.id)
        )
        row = api.execute(
            "insert into public.jobs (org_id, job_type) values (%s, 'nobody.knows') returning id",
            [organization.id],
        ).fetchone()
    assert row is not None
    return str(row[0])


def test_anothers_job_is_not_shown_ended_or_tried_again(run: Commands, world: World) -> None:
    theirs = ask(run, world, "b")
    ours = ("--org", world.a.name)
    for verb, *more in (("show",), ("retry",), ("cancel", "--reason", "mine")):
        done = run("jobs", verb, theirs, *more, *ours)
        assert done.returncode == 1, done.stdout
        assert theirs in done.stderr
    assert theirs not in run("jobs", "list", *ours).stdout


def test_a_job_is_listed_shown_cancelled_and_waits_again(run: Commands, world: World) -> None:
    ours = ask(run, world)
    org = ("--org", world.a.name)
    listed = run("jobs", "list", *org)
    assert ours in listed.stdout
    assert "queued" in listed.stdout
    done = run("jobs", "cancel", ours, "--reason", "not needed", *org)
    assert done.returncode == 0, done.stderr
    shown = json.loads(run("jobs", "show", ours, *org).stdout)
    assert (shown["status"], shown["job_type"]) == ("cancelled", "nobody.knows")
    assert run("jobs", "retry", ours, *org).returncode == 0
    assert json.loads(run("jobs", "show", ours, *org).stdout)["status"] == "queued"
    assert run("jobs", "cancel", ours, *org).returncode == 2  # a reason has to be given


def test_a_jobs_id_is_whole_in_the_list_however_narrow_the_terminal(
    run: Commands, world: World
) -> None:
    ours = ask(run, world)
    arguments = ("jobs", "list", "--org", world.a.name)
    listed = sealedbid(*arguments, **run.variables, COLUMNS="80", TTY_COMPATIBLE="1").stdout
    assert [line for line in listed.splitlines() if line.startswith(f"{ours} ")]
    piped = sealedbid(*arguments, **run.variables, COLUMNS="80").stdout
    (line,) = [line for line in piped.splitlines() if ours in line]
    assert line.split()[:4] == [ours, "nobody.knows", "queued", "0"]
    assert "…" not in listed + piped


@pytest.mark.full
def test_what_is_stopped_stands_in_the_stats_and_does_not_run(run: Commands, world: World) -> None:
    ours = ask(run, world)
    done = run("jobs", "stop", "--reason", "the model is away", "--type", "nobody.knows")
    assert done.stdout.strip() == "Stopped."
    again = run("jobs", "stop", "--reason", "the model is away", "--type", "nobody.knows")
    assert again.stdout.strip() == "Stopped already."
    stats = run("jobs", "stats").stdout
    assert "nobody.knows" in stats
    assert "the model is away" in stats
    assert run("worker", "--until-idle").returncode == 0
    org = ("--org", world.a.name)
    assert json.loads(run("jobs", "show", ours, *org).stdout)["status"] == "queued"
    done = run("jobs", "resume", "--reason", "back", "--type", "nobody.knows")
    assert done.stdout.strip() == "Resumed."
    assert run("worker", "--until-idle").returncode == 0
    shown = json.loads(run("jobs", "show", ours, *org).stdout)
    assert (shown["status"], shown["error"]) == ("dead", {"reason": "no such type of job"})


def test_what_the_database_refuses_is_one_sentence(run: Commands) -> None:
    done = run("jobs", "stop", "--reason", "")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "sealedbid: A reason has to be given.\n"


@pytest.mark.full
def test_metrics_tell_numbers_and_no_tenant(run: Commands, world: World) -> None:
    ask(run, world)
    port = 20_000 + os.getpid() % 20_000
    process = subprocess.Popen(
        program("worker", "--metrics-port", str(port)),
        env=environment(**run.variables),
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 20
        while True:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics") as response:
                    told = response.read().decode()
                if 'how="dead"' in told:
                    break
            except OSError:
                pass
            assert time.monotonic() < until
            time.sleep(0.2)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert 'sealedbid_jobs_ended_total{how="dead",type="unknown"}' in told
    assert str(world.a.id) not in told
    assert str(UUID(int=0)) not in told


@pytest.mark.full
def test_tail_prints_what_changes(run: Commands, world: World, tmp_path: Path) -> None:
    told = tmp_path / "told"
    asked: list[str] = []
    with told.open("w") as out:
        process = subprocess.Popen(
            program("jobs", "tail", "--org", world.a.name),
            env=environment(**run.variables),
            stdout=out,
        )
    try:
        until = time.monotonic() + 30
        while not any(job in told.read_text() for job in asked):
            assert time.monotonic() < until, told.read_text()
            asked.append(ask(run, world))  # existing jobs are not printed
            time.sleep(0.3)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert "queued" in told.read_text()


def test_a_stop_too_many_is_refused_in_the_words_of_the_product(
    run: Commands, world: World
) -> None:
    with run.installation.as_owner() as owner:
        owner.execute(
            "select queue.stop_jobs('many', %s, 'type_' || n) from generate_series(1, 100) n",
            [world.b.id],
        )
    arguments = ("jobs", "stop", "--reason", "one more", "--org", world.b.name, "--type", "other")
    done = sealedbid(*arguments, **run.variables)  # a process that has imported nothing else
    assert done.returncode == 1
    assert "An organization has a hundred stops at most" in done.stderr
    assert "PostgreSQL" not in done.stderr
