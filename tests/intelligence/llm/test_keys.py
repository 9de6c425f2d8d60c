"""Keys in files, and settings of models."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from sealedbid.intelligence.llm import Meter, Models, errors
from sealedbid.intelligence.llm.keys import key_of, key_path
from sealedbid.intelligence.llm.opening import reference_of
from sealedbid.intelligence.llm.references import Reference
from sealedbid.platform.config import ConfigurationError, Settings, read_settings
from sealedbid.platform.secrets import SecretFileError
from tests.intelligence.llm.conftest import KEY


def key_file(folder: Path, mode: int = 0o600) -> Path:
    path = folder / "key"
    path.write_text(f"{KEY}\n")
    path.chmod(mode)
    return path


def test_a_key_is_read_from_its_file_and_shown_by_no_repr(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, model_key_file=key_file(tmp_path))
    key = key_of(settings, "openai", {})
    assert key.secret is not None
    assert key.secret.get_secret_value() == KEY
    assert KEY not in repr(key) + repr(settings)


def test_without_a_file_there_is_no_key(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path)
    assert key_of(settings, "openai", {}).secret is None
    assert key_path(settings, "anthropic") == tmp_path / "secrets" / "anthropic.key"


def test_the_organizations_own_key_goes_before_the_file(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, model_key_file=key_file(tmp_path))
    key = key_of(settings, "openai", {"openai": SecretStr("its-own-key")})
    assert key.secret is not None
    assert key.secret.get_secret_value() == "its-own-key"
    assert "models set-key" in key.place


def test_a_file_that_is_named_has_to_be_there(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, model_key_file=tmp_path / "none")
    with pytest.raises(SecretFileError, match="No such file"):
        key_of(settings, "openai", {})


def test_a_file_that_others_can_read_is_refused(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, model_anthropic_key_file=key_file(tmp_path, 0o644))
    with pytest.raises(SecretFileError, match="chmod 600"):
        key_of(settings, "anthropic", {})


@pytest.mark.parametrize(
    ("text", "vendor", "name"),
    [
        ("small", "openai", "small"),
        ("qwen3:4b", "openai", "qwen3:4b"),
        ("openai:gpt", "openai", "gpt"),
        ("anthropic:claude", "anthropic", "claude"),
        ("anthropic/claude", "openai", "anthropic/claude"),
    ],
)
def test_the_name_of_a_model_says_whom_to_ask(text: str, vendor: str, name: str) -> None:
    found = Reference.read(text)
    assert (found.vendor, found.name) == (vendor, name)


def test_classes_that_write_share_the_writers_model_unless_set() -> None:
    settings = Settings(model_writer="large", model_fast="small")
    named = [reference_of(settings, kind) for kind in ("writer", "strong", "fast", "embed")]
    assert [each and each.name for each in named] == ["large", "large", "small", None]


async def test_a_class_without_a_model_says_which_variable_sets_it() -> None:
    async with Models(Settings()) as models:
        with pytest.raises(errors.ModelNotSetError, match="SEALEDBID_MODEL_WRITER"):
            models.of("writer", Meter())


async def test_anthropic_without_a_key_says_where_it_goes(tmp_path: Path) -> None:
    async with Models(Settings(home=tmp_path, model_writer="anthropic:claude")) as models:
        with pytest.raises(errors.KeyMissingError, match=r"anthropic\.key"):
            models.of("writer", Meter())


WRONG = {
    "SEALEDBID_MODEL_URL": ("localhost:8080/v1", "begins with http"),
    "SEALEDBID_MODEL_ANTHROPIC_URL": (f"https://me:{KEY}@example.org", "own file"),
    "SEALEDBID_MODEL_PRICES": ("small=1/2", "is no JSON"),
    "SEALEDBID_MODEL_TIMEOUT": ("0", "greater than 0"),
}


@pytest.mark.parametrize("variable", WRONG)
def test_a_wrong_setting_is_named_and_not_repeated(
    variable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    value, words = WRONG[variable]
    monkeypatch.setenv(variable, value)
    with pytest.raises(ConfigurationError, match=words) as caught:
        read_settings()
    assert variable in str(caught.value)
    assert KEY not in str(caught.value)


def test_prices_are_read_from_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALEDBID_MODEL_PRICES", '{"small": [250, 1000]}')
    assert read_settings().model_prices == {"small": (250, 1000)}


@pytest.mark.parametrize("prices", ['{"small": [1]}', '{"small": [-1, 1]}', '["small"]'])
def test_prices_come_in_pairs(prices: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEALEDBID_MODEL_PRICES", prices)
    with pytest.raises(ConfigurationError, match="SEALEDBID_MODEL_PRICES"):
        read_settings()
