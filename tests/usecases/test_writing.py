"""The choice of who writes: a person's word, then the settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from sealedbid.intelligence.errors import UnknownWriterError
from sealedbid.intelligence.llm.errors import KeyMissingError, ModelNotSetError
from sealedbid.intelligence.repository import model_keys
from sealedbid.platform.config import Settings
from sealedbid.usecases.writing import Writing, check_model, choose_writing
from tests.fixtures.people import World
from tests.fixtures.tenants import Tenants

MODEL = Writing(writer="model")
COMPOSED = Writing(writer="composer")


@pytest.mark.parametrize(
    ("writer", "model_writer", "said", "chosen"),
    [
        (None, None, None, COMPOSED),
        (None, "big", None, MODEL),
        ("composer", "big", None, COMPOSED),
        ("model", None, None, MODEL),
        (None, "big", "none", COMPOSED),
        ("model", "big", " none ", COMPOSED),
        (None, None, "other", Writing(writer="model", model="other")),
        ("composer", "big", "anthropic:x", Writing(writer="model", model="anthropic:x")),
    ],
)
def test_a_persons_word_goes_before_the_settings(
    writer: str | None, model_writer: str | None, said: str | None, chosen: Writing
) -> None:
    settings = Settings(writer=writer, model_writer=model_writer)
    assert choose_writing(settings, model=said) == chosen


def test_mode_and_questions_are_as_they_were_said() -> None:
    chosen = choose_writing(Settings(), mode="full", asks=False)
    assert chosen == Writing(mode="full", asks=False)


def test_a_writer_that_is_none_is_refused() -> None:
    with pytest.raises(UnknownWriterError, match="choose one of composer, model"):
        choose_writing(Settings(writer="poet"))


async def test_a_model_without_a_name_or_a_key_is_refused_before_anything_is_enqueued(
    tenants: Tenants, own_world: World, tmp_path: Path
) -> None:
    settings = Settings(home=tmp_path, model_writer="anthropic:x")
    async with tenants.as_role(own_world.a, "owner") as tx:
        await model_keys.set_key(tx, "anthropic", SecretStr("sk-ant-0123456789"))
        await check_model(tx, settings, MODEL)
        await check_model(tx, Settings(home=tmp_path), COMPOSED)
        with pytest.raises(ModelNotSetError, match="SEALEDBID_MODEL_WRITER"):
            await check_model(tx, Settings(home=tmp_path), MODEL)
    async with tenants.as_role(own_world.b, "owner") as tx:
        with pytest.raises(KeyMissingError, match=r"anthropic\.key"):
            await check_model(tx, settings, MODEL)
        local = Writing(writer="model", model="small")
        await check_model(tx, settings, local)
