"""The settings of a process, put together. Creating them is the only look at the environment."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from sealedbid.platform.config.database import DatabaseSettings
from sealedbid.platform.config.home import ConfigurationError
from sealedbid.platform.config.mail import MailSettings
from sealedbid.platform.config.models import ModelSettings
from sealedbid.platform.config.serving import ServingSettings
from sealedbid.platform.config.sign_in import SignInSettings
from sealedbid.platform.errors import ended


class Settings(
    ServingSettings,
    MailSettings,
    SignInSettings,
    ModelSettings,
    DatabaseSettings,
    BaseSettings,
):
    """Settings of one process, from the environment: the last class's come first in the list."""

    model_config = SettingsConfigDict(
        env_prefix="SEALEDBID_", env_parse_none_str="null", frozen=True, extra="ignore"
    )

    @field_validator("*", mode="before")
    @classmethod
    def _is_not_empty(cls, value: Any) -> Any:
        """Refuse empty variables: an empty path is the current folder, an empty URL any server."""
        if isinstance(value, str) and not value.strip():
            raise ValueError("is set and empty; unset it, or give it a value")
        return value


def read_settings() -> Settings:
    """Read the settings from the environment.

    Raises ConfigurationError, which names every invalid variable.
    """
    try:
        return Settings()
    except ValidationError as error:
        wrong = "; ".join(
            f"{_variable(str(fault['loc'][0]))}: {fault['msg']}".replace(": Value error,", "")
            for fault in error.errors()
        )
        raise ConfigurationError(f"The environment is wrong: {ended(wrong)}") from None


def _variable(location: str) -> str:
    return location if location.isupper() else f"SEALEDBID_{location.upper()}"
