"""models: listed without a word to anybody, and tested by one question each."""

from __future__ import annotations

import asyncio
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.fixtures.commands import Commands, environment, program, sealedbid
from tests.fixtures.model_server import ModelServer, answer, model_server, said
from tests.fixtures.people import People, World

KEY = "sk-test-0123456789abcdef"
VECTORS = {
    "object": "list",
    "model": "vectors",
    "data": [{"object": "embedding", "index": 0, "embedding": [0.6, 0.8]}],
    "usage": {"prompt_tokens": 3, "total_tokens": 3},
}


@pytest_asyncio.fixture
async def served() -> AsyncIterator[ModelServer]:
    async with model_server() as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home whose only content is a key."""
    (tmp_path / "secrets").mkdir()
    path = tmp_path / "secrets" / "model.key"
    path.touch(mode=0o600)
    path.write_text(KEY)
    return tmp_path


async def run(home: Path, verb: str, url: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run beside the server, which this event loop serves."""
    variables = {"SEALEDBID_HOME": str(home), "SEALEDBID_MODEL_URL": f"{url}/v1"}
    named = {f"SEALEDBID_MODEL_{name}": value for name, value in more.items()}
    return await asyncio.to_thread(sealedbid, "models", verb, **variables, **named)


async def test_without_a_setting_there_is_no_model(home: Path) -> None:
    for verb in ("list", "test"):
        done = await run(home, verb, "http://127.0.0.1:9")
        assert (done.returncode, done.stderr) == (0, "")
        assert "No model is set: drafts are composed of the organization's own words. A model " in (
            done.stdout
        )
        assert "docs/how-to/use-your-own-model.md" in done.stdout


async def test_a_list_sends_nothing_and_shows_no_key(served: ModelServer, home: Path) -> None:
    prices = '{"small": [2500000, 10000000]}'
    done = await run(
        home,
        "list",
        served.url,
        WRITER="small",
        FAST="tiny",
        FALLBACK="anthropic:other",
        PRICES=prices,
    )
    assert done.returncode == 0, done.stderr
    _, *rows = done.stdout.splitlines()
    tiny, small, other = rows
    assert tiny.split()[:3] == ["tiny", "fast", f"{served.url}/v1"]
    assert "not set: counted as 0" in tiny
    assert small.split()[:3] == ["small", "strong,", "writer"]
    assert small.rstrip().endswith("2.5, 10")
    assert "model.key" in small
    assert other.startswith("other")
    assert "fallback of fast, strong, writer" in other
    assert "none" in other
    assert served.asked == []
    assert KEY not in done.stdout


@pytest.mark.full
async def test_each_model_is_asked_once(served: ModelServer, home: Path) -> None:
    served.script(answer(said("Ready")), answer(VECTORS))
    done = await run(
        home,
        "test",
        served.url,
        WRITER="small",
        EMBED="vectors",
        PRICES='{"small": [2500000, 10000000]}',
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    heading, small, vectors = done.stdout.splitlines()
    assert heading.split()[-2:] == ["cost", "answer"]
    assert "21, 7" in small
    assert "$0.000123" in small
    assert small.rstrip().endswith("Ready")
    assert "no price" in vectors
    assert vectors.rstrip().endswith("a vector of 2")
    assert [each.path for each in served.asked] == ["/v1/chat/completions", "/v1/embeddings"]
    assert {each.headers["authorization"] for each in served.asked} == {f"Bearer {KEY}"}


FAULTS = {
    "wrong key": (401, "refuses the key in"),
    "unknown model": (404, "has no model “small”"),
    "busy": (429, "takes no more requests"),
    "failing": (500, "failed: HTTP 500, oops"),
}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.full
async def test_a_model_that_does_not_answer_says_why(
    served: ModelServer, home: Path, fault: str
) -> None:
    status, words = FAULTS[fault]
    served.script(answer({"error": {"message": "oops"}}, status=status))
    done = await run(home, "test", served.url, WRITER="small")
    assert done.returncode == 1
    assert "failed" in done.stdout
    assert words in done.stderr
    assert KEY not in done.stdout + done.stderr
    assert len(served.asked) == 1


@pytest.mark.full
async def test_a_server_that_is_not_there_and_a_key_that_is_missing_are_told(home: Path) -> None:
    (home / "secrets" / "model.key").unlink()
    done = await run(home, "test", "http://127.0.0.1:9", WRITER="small", FAST="anthropic:claude")
    assert done.returncode == 1
    assert "http://127.0.0.1:9/v1 cannot be reached: Connection refused" in done.stderr
    assert "anthropic.key, on one line, with mode 0600" in done.stderr


async def test_a_key_that_others_can_read_is_told(served: ModelServer, home: Path) -> None:
    (home / "secrets" / "model.key").chmod(0o640)
    done = await run(home, "test", served.url, WRITER="small")
    assert done.returncode == 1
    assert "chmod 600" in done.stderr
    assert served.asked == []


@pytest.fixture(scope="module")
def world(run: Commands) -> World:
    """Two organizations."""
    return People(run.installation).world()


def with_key(run: Commands, key: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command with a key on its standard input."""
    return subprocess.run(
        program("models", *arguments),
        env=environment(**run.variables),
        input=f"{key}\n",
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


def test_an_organizations_key_is_set_from_standard_input_and_removed(
    run: Commands, world: World
) -> None:
    org = ("--org", world.a.name)
    done = with_key(run, KEY, "set-key", *org)
    assert (done.returncode, done.stdout) == (0, "The key for openai is set.\n"), done.stderr
    kept = "select org_id, vendor, secret from public.model_keys"
    assert run.behind(kept) == [(world.a.id, "openai", KEY)]
    assert KEY not in run("audit-log", "list", *org).stdout
    done = run("models", "remove-key", *org)
    assert (done.returncode, done.stdout) == (0, "The key for openai is removed.\n")
    assert run("models", "remove-key", *org).stdout == "Nothing to remove.\n"
    assert run.behind(kept) == []


@pytest.mark.full
def test_what_is_no_key_is_refused_without_repeating_it(run: Commands, world: World) -> None:
    done = with_key(run, "two words", "set-key", "--org", world.a.name)
    assert done.returncode == 1
    assert "secret: give the key as the vendor gave it" in done.stderr
    assert "two words" not in done.stdout + done.stderr
