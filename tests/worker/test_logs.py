"""A worker's log: ids, and nothing of a job's payload."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.worker.yard import Yard

SECRET = "a canary in the payload"


@pytest.mark.full
async def test_every_line_has_the_ids_and_none_a_payload(yard: Yard, tmp_path: Path) -> None:
    theirs = await yard.ask("test.echo", {"word": SECRET}, by=yard.world.b)
    ours = await yard.ask("test.raises", {"word": SECRET}, max_attempts=1)
    wrong = await yard.ask("test.echo", {"word": "x", "more": SECRET})
    log = tmp_path / "log"
    with yard.process("--log-format", "json", log=log) as process:
        for job in (theirs, ours, wrong):
            await yard.until(job, "done", "dead")
        process.terminate()
        assert process.wait(20) == 0
    assert SECRET not in log.read_text()
    lines = [json.loads(line) for line in log.read_text().splitlines()]
    told = [line for line in lines if line.get("job_id") == str(ours)]
    assert [line["event"] for line in told] == ["attempt 1", "dead: ValueError"]
    for line in told:
        assert line["org_id"] == str(yard.world.a.id)
        assert (line["job_type"], line["attempt"]) == ("test.raises", 1)
        assert line["timestamp"].endswith("Z")
    where, kind = told[1]["at"][-2:]
    assert "bodies.py" in where
    assert kind == "ValueError"
    assert {line["org_id"] for line in lines if line.get("job_id") == str(theirs)} == {
        str(yard.world.b.id)
    }


@pytest.mark.full
async def test_a_person_gets_lines_to_read(yard: Yard, tmp_path: Path) -> None:
    ours = await yard.ask("test.explains")
    log = tmp_path / "log"
    with yard.process("--log-format", "text", log=log) as process:
        await yard.until(ours, "dead")
        process.terminate()
        assert process.wait(20) == 0
    assert "dead: The model is away." in log.read_text()
