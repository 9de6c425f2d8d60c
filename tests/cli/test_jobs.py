"""jobs: seen, ended, tried again, stopped and let go on, as a person does it at a terminal."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from tests.fixtures.commands import Home
from tests.fixtures.people import People, World
from tests.fixtures.server import temporary_home


@pytest.fixture(scope="module")
def home() -> Iterator[Home]:
    with temporary_home() as path:
        home = Home(path)
        assert home("up").returncode == 0
        yield home


@pytest.fixture(scope="module")
def world(home: Home) -> World:
    """Two organisations."""
    return People(home.installation).world()


def ask(home: Home, world: World, whose: str = "a") -> str:
    organization = getattr(world, whose)
    with home.installation.connect("sb_api") as api, api.transaction():
        api.execute(
            "select seal.open('session', %s, %s)", (organization.member.proof, organization.id)
        )
        row = api.execute(
            "insert into public.jobs (org_id, job_type) values (%s, 'nobody.knows') returning id",
            [organization.id],
        ).fetchone()
    assert row is not None
    return str(row[0])


def test_anothers_job_is_not_shown_ended_or_tried_again(home: Home, world: World) -> None:
    theirs = ask(home, world, "b")
    ours = ("--org", world.a.name)
    for verb, *more in (("show",), ("retry",), ("cancel", "--reason", "mine")):
        done = home("jobs", verb, theirs, *more, *ours)
        assert done.returncode == 1, done.stdout
        assert theirs in done.stderr
    assert theirs not in home("jobs", "list", *ours).stdout


def test_a_job_is_listed_shown_cancelled_and_waits_again(home: Home, world: World) -> None:
    ours = ask(home, world)
    org = ("--org", world.a.name)
    listed = home("jobs", "list", *org)
    assert ours in listed.stdout
    assert "queued" in listed.stdout
    done = home("jobs", "cancel", ours, "--reason", "not needed", *org)
    assert done.returncode == 0, done.stderr
    shown = json.loads(home("jobs", "show", ours, *org).stdout)
    assert (shown["status"], shown["job_type"]) == ("cancelled", "nobody.knows")
    assert home("jobs", "retry", ours, *org).returncode == 0
    assert json.loads(home("jobs", "show", ours, *org).stdout)["status"] == "queued"
    assert home("jobs", "cancel", ours, *org).returncode == 2  # a reason has to be given


def test_what_is_stopped_stands_in_the_stats_and_does_not_run(home: Home, world: World) -> None:
    ours = ask(home, world)
    done = home("jobs", "stop", "--reason", "the model is away", "--type", "nobody.knows")
    assert done.stdout.strip() == "Stopped."
    again = home("jobs", "stop", "--reason", "the model is away", "--type", "nobody.knows")
    assert again.stdout.strip() == "That was stopped already."
    stats = home("jobs", "stats").stdout
    assert "nobody.knows" in stats
    assert "the model is away" in stats
    assert home("worker", "--until-idle").returncode == 0
    org = ("--org", world.a.name)
    assert json.loads(home("jobs", "show", ours, *org).stdout)["status"] == "queued"
    done = home("jobs", "resume", "--reason", "back", "--type", "nobody.knows")
    assert done.stdout.strip() == "Goes on."
    assert home("worker", "--until-idle").returncode == 0
    shown = json.loads(home("jobs", "show", ours, *org).stdout)
    assert (shown["status"], shown["error"]) == ("dead", {"reason": "no such type of job"})


def test_metrics_tell_numbers_and_no_tenant(home: Home, world: World) -> None:
    ask(home, world)
    port = 20_000 + os.getpid() % 20_000
    process = subprocess.Popen(
        [sys.executable, "-m", "sealedbid", "worker", "--metrics-port", str(port)],
        env={"PATH": os.environ["PATH"], "SEALEDBID_HOME": str(home.path)},
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


def test_tail_prints_what_changes(home: Home, world: World, tmp_path: Path) -> None:
    told = tmp_path / "told"
    asked: list[str] = []
    with told.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-m", "sealedbid", "jobs", "tail", "--org", world.a.name],
            env={"PATH": os.environ["PATH"], "SEALEDBID_HOME": str(home.path), "COLUMNS": "200"},
            stdout=out,
        )
    try:
        until = time.monotonic() + 30
        while not any(job in told.read_text() for job in asked):
            assert time.monotonic() < until, told.read_text()
            asked.append(ask(home, world))  # what is there when it starts is not told
            time.sleep(1)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert "queued" in told.read_text()
