"""The tutorial "The API in ten minutes", run out of its Markdown: it prints what it says."""

from __future__ import annotations

import socket

import pytest

from tests.acceptance.following import TUTORIALS, Step, assert_prints, follow

pytestmark = [pytest.mark.full, pytest.mark.timeout(300)]

PAGE = TUTORIALS / "api-in-ten-minutes.md"


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> list[Step]:
    port = str(_free_port())
    replaced = {
        "sealedbid up\n": f"export SEALEDBID_PUBLIC_URL=http://localhost:{port}\nsealedbid up\n",
        "8000": port,
    }
    return follow(PAGE, tmp_path_factory.mktemp("api"), replaced)


def _free_port() -> int:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port: int = listening.getsockname()[1]
        return port


def test_each_block_prints_what_the_page_says(steps: list[Step]) -> None:
    assert sum(bool(step.said) for step in steps) >= 9
    for step in steps:
        assert_prints(step)


def test_no_block_prints_an_error(steps: list[Step]) -> None:
    for step in steps:
        assert "Traceback" not in step.printed
        assert "curl: (" not in step.printed
