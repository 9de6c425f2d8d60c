"""The vendors' code is imported when a model is asked, and not before."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sealedbid.intelligence.llm import Meter, Models, opening
from sealedbid.intelligence.llm.errors import ModelPackagesMissingError
from sealedbid.platform.config import Settings
from tests.fixtures.commands import environment

TOLD = """
import pkgutil, sys
from importlib import import_module
import sealedbid
for module in pkgutil.walk_packages(sealedbid.__path__, "sealedbid."):
    if "llm.adapters." not in module.name and not module.name.endswith("__main__"):
        import_module(module.name)
print(*sys.modules)
"""


def test_no_module_but_the_adapters_imports_a_vendors_code() -> None:
    done = subprocess.run(
        [sys.executable, "-c", TOLD],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=100,
    )
    imported = set(done.stdout.split())
    assert "sealedbid.intelligence.llm.metered" in imported
    assert imported.isdisjoint({"pydantic_ai", "openai", "anthropic", "httpx2"})


async def test_without_the_packages_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "PACKAGES", ("a_package_that_is_not_there",))
    async with Models(Settings(model_writer="small")) as models:
        with pytest.raises(ModelPackagesMissingError, match=r"sealedbid\[models\]"):
            models.of("writer", Meter())
