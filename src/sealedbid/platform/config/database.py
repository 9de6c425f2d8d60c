"""Settings of the database, and of the logins that reach it."""

from __future__ import annotations

from pathlib import Path

from pydantic import AliasChoices, BaseModel, Field, SecretStr, field_validator

from sealedbid.platform.config import checks
from sealedbid.platform.config.home import default_home


class DatabaseSettings(BaseModel):
    """The installation's folder, and the ways to the database.

    A login connects with its URL if that is set, and otherwise with the database's address, the
    login's name and the password in its file. ``serve`` and ``worker`` never need ``database_url``.
    """

    home: Path = Field(
        default_factory=default_home,
        description="Folder of this installation: the embedded server, generated passwords.",
    )
    database_url: SecretStr | None = Field(
        default=None,
        validation_alias=AliasChoices("DATABASE_URL", "SEALEDBID_DATABASE_URL"),
        description="The database owner's URL, for `migrate` and `up` only. Unset means the "
        "embedded server. It must reach the server itself or a pooler in session mode.",
    )
    api_url: SecretStr | None = Field(default=None, description="URL of the login sb_api.")
    auth_url: SecretStr | None = Field(default=None, description="URL of the login sb_auth.")
    dispatch_url: SecretStr | None = Field(
        default=None, description="URL of the login sb_dispatch."
    )
    worker_url: SecretStr | None = Field(default=None, description="URL of the login sb_worker.")
    api_password_file: Path | None = Field(
        default=None, description="File of mode 0600 with the password of sb_api."
    )
    auth_password_file: Path | None = Field(
        default=None, description="File of mode 0600 with the password of sb_auth."
    )
    dispatch_password_file: Path | None = Field(
        default=None, description="File of mode 0600 with the password of sb_dispatch."
    )
    worker_password_file: Path | None = Field(
        default=None, description="File of mode 0600 with the password of sb_worker."
    )
    database_address: str | None = Field(
        default=None,
        description="URL of the database without user and password "
        "(postgresql://host:port/name), for logins that have a password file and no URL.",
    )
    listen_url: SecretStr | None = Field(
        default=None,
        description="URL of the login sb_dispatch that reaches the server itself or a pooler in "
        "session mode, for notifications of new work (LISTEN) and the heartbeat. Needed if "
        "SEALEDBID_DISPATCH_URL is a pooler in transaction mode: without it the worker polls.",
    )

    @field_validator(
        "home",
        "api_password_file",
        "auth_password_file",
        "dispatch_password_file",
        "worker_password_file",
    )
    @classmethod
    def _is_absolute(cls, value: Path | None) -> Path | None:
        return checks.absolute(value)

    @field_validator(
        "database_url", "api_url", "auth_url", "dispatch_url", "worker_url", "listen_url"
    )
    @classmethod
    def _is_url(cls, value: SecretStr | None) -> SecretStr | None:
        checks.conninfo(value)
        return value

    @field_validator("database_address")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        checks.conninfo(value)
        return value

    @property
    def is_embedded(self) -> bool:
        """True if the database is the embedded server of ``home``."""
        urls = (self.database_url, self.dispatch_url, self.worker_url, self.database_address)
        return not any(urls)
