"""The settings of a process. Creating a Settings is the only look at the environment."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import (
    AliasChoices,
    Field,
    IPvAnyNetwork,
    NonNegativeInt,
    SecretStr,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from sealedbid.platform.errors import SealedbidError, ended

_LOOPBACK = (None, "localhost", "127.0.0.1", "::1")


class ConfigurationError(SealedbidError):
    """A setting has an invalid value."""


def default_home() -> Path:
    """The installation's folder if SEALEDBID_HOME is unset.

    For root a folder that the server's own account can reach; for others the XDG data folder.
    """
    if os.geteuid() == 0:
        return Path("/var/lib/sealedbid")
    if base := os.environ.get("XDG_DATA_HOME"):
        return Path(base) / "sealedbid"
    try:
        return Path.home() / ".local" / "share" / "sealedbid"
    except RuntimeError:
        raise ConfigurationError(
            "This account has no home, so set SEALEDBID_HOME to a folder for the installation."
        ) from None


class Settings(BaseSettings):
    """Settings of one process, from the environment.

    A login connects with its URL if that is set, and otherwise with the database's address, the
    login's name and the password in its file. ``serve`` and ``worker`` never need ``database_url``.
    """

    model_config = SettingsConfigDict(
        env_prefix="SEALEDBID_", env_parse_none_str="null", frozen=True, extra="ignore"
    )

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
    writer: str | None = Field(
        default=None,
        description="Writer of drafts that ask for no other: `composer` quotes the organization's "
        "own words and uses no model, `model` has one write. Unset means `model` if "
        "SEALEDBID_MODEL_WRITER names one, and otherwise `composer`.",
    )
    model_writer: str | None = Field(
        default=None,
        description="Name of the model that writes. `anthropic:NAME` is asked at Anthropic, any "
        "other name at the OpenAI-compatible endpoint. Needs the extra `models`. Unset means no "
        "model.",
    )
    model_strong: str | None = Field(
        default=None,
        description="Name of the model that decides on positioning, themes and shares. Unset means "
        "that of SEALEDBID_MODEL_WRITER.",
    )
    model_fast: str | None = Field(
        default=None,
        description="Name of the model that reads briefs and reviews. Unset means that of "
        "SEALEDBID_MODEL_WRITER.",
    )
    model_embed: str | None = Field(
        default=None,
        description="Name of the model that turns texts into vectors, at the OpenAI-compatible "
        "endpoint. `models test` alone asks it so far.",
    )
    model_fallback: str | None = Field(
        default=None,
        description="Name of the model that is asked when one of those that write text fails.",
    )
    model_url: str = Field(
        default="https://api.openai.com/v1", description="URL of the OpenAI-compatible endpoint."
    )
    model_key_file: Path | None = Field(
        default=None,
        description="File of mode 0600 with the key of the OpenAI-compatible endpoint. Unset means "
        "`secrets/model.key` under SEALEDBID_HOME, if it is there; many local servers need none.",
    )
    model_anthropic_url: str = Field(
        default="https://api.anthropic.com", description="URL of Anthropic's endpoint."
    )
    model_anthropic_key_file: Path | None = Field(
        default=None,
        description="File of mode 0600 with the key for Anthropic. Unset means "
        "`secrets/anthropic.key` under SEALEDBID_HOME.",
    )
    model_timeout: float = Field(
        default=120.0, gt=0, description="Seconds that one answer of a model may take."
    )
    model_retries: int = Field(
        default=3,
        ge=0,
        description="Times that a model is asked again after status 429 or 5xx, a lost connection "
        "or an answer that cannot be read.",
    )
    model_prices: Annotated[dict[str, tuple[NonNegativeInt, NonNegativeInt]], NoDecode] = Field(
        default={},
        description="Prices as JSON: micro-dollars (millionths of a dollar) of a million tokens of "
        'prompts and of answers by model, as `{"NAME": [2500000, 10000000]}`. The cost of a model '
        "without a price is counted as 0.",
    )
    model_run_tokens: int | None = Field(
        default=500_000, ge=1, description="Tokens that one run may use; `null` is no limit."
    )
    model_run_micros: int | None = Field(
        default=None,
        ge=1,
        description="Micro-dollars that one run may cost. Counts only models with a price.",
    )
    public_url: str = Field(
        default="http://localhost:8000",
        description="URL at which people reach this installation: links in mails begin with it.",
    )
    auth_redirects: Annotated[tuple[str, ...], NoDecode] = Field(
        default=(),
        description="URLs, with commas between them, that links in mails may lead to beside pages "
        "of this installation. A URL is compared as a whole.",
    )
    oauth_stand_in: str | None = Field(
        default=None,
        description="URL on loopback of a provider that stands in for Google and GitHub in tests.",
    )
    supabase_url: str | None = Field(
        default=None,
        description="URL of a Supabase project that signs people in, `https://NAME.supabase.co`. "
        "Built-in sign-in is off then; `sealedbid users elsewhere` has to be run before.",
    )
    supabase_key_file: Path | None = Field(
        default=None,
        description="File of mode 0600 with that project's publishable key. Unset means "
        "`secrets/supabase.key` under SEALEDBID_HOME, if it is there.",
    )
    mail_from: str = Field(
        default="Sealedbid <sealedbid@localhost>",
        description="Sender of mails, with or without a name: `Name <address>`. The name is what "
        "the texts call this installation.",
    )
    mail_reply_to: str | None = Field(
        default=None, description="Address that answers to mails go to. Unset means the sender."
    )
    mail_smtp_host: str | None = Field(
        default=None,
        description="SMTP server that takes the mails. Unset means that none leaves this machine: "
        "each is written to a file in `mail` under SEALEDBID_HOME.",
    )
    mail_smtp_port: int = Field(
        default=587, ge=1, le=65535, description="Port of the SMTP server; 465 for `tls`."
    )
    mail_smtp_security: Literal["starttls", "tls", "none"] = Field(
        default="starttls",
        description="Encryption: `starttls` begins it on the open connection and sends nothing "
        "without it, `tls` from the first byte, `none` is for a server on this machine.",
    )
    mail_smtp_user: str | None = Field(
        default=None, description="Account at the SMTP server. Unset means that it asks for none."
    )
    mail_smtp_password_file: Path | None = Field(
        default=None,
        description="File of mode 0600 with the password of that account. Unset means "
        "`secrets/smtp.password` under SEALEDBID_HOME.",
    )
    mail_timeout: float = Field(
        default=30.0, gt=0, description="Seconds that the SMTP server may take for one answer."
    )
    jobs_kept_days: int = Field(
        default=30, ge=0, description="Days for which finished jobs are kept."
    )
    pool_min_size: int = Field(default=1, ge=0, description="Connections a pool keeps open.")
    pool_max_size: int = Field(default=10, ge=1, description="Connections a pool opens at most.")
    pool_timeout: float = Field(
        default=10.0, gt=0, description="Seconds a request waits for a connection."
    )
    prepare_threshold: int | None = Field(
        default=5,
        ge=0,
        description="Uses of a statement before the driver prepares it; `null` never does, which a "
        "pooler in transaction mode needs.",
    )
    requests_per_credential: int | None = Field(
        default=1200,
        ge=10,
        le=1_000_000,
        description="Requests that a session or key may send to the API in a minute; `null` is no "
        "limit.",
    )
    requests_per_address: int | None = Field(
        default=6000,
        ge=10,
        le=1_000_000,
        description="Requests that an address (of IPv6, a network of 64 bits) may send to the API "
        "in a minute; `null` is no limit.",
    )
    requests_per_person: int | None = Field(
        default=3000,
        ge=10,
        le=1_000_000,
        description="Requests that all sessions of a person may send to the API in a minute; "
        "`null` is no limit.",
    )
    requests_per_organization: int | None = Field(
        default=30_000,
        ge=10,
        le=1_000_000,
        description="Requests that all members and keys of an organization may send to the API in "
        "a minute; `null` is no limit.",
    )
    trusted_proxies: Annotated[tuple[IPvAnyNetwork, ...], NoDecode] = Field(
        default=(),
        description="Addresses or networks of proxies in front of the API, with commas between "
        "them: what they say in X-Forwarded-For is believed.",
    )
    migrate_lock_timeout: int = Field(
        default=10, ge=1, description="Seconds a migration waits for a lock on a table."
    )

    @field_validator("*", mode="before")
    @classmethod
    def _is_not_empty(cls, value: Any) -> Any:
        """Refuse empty variables: an empty path is the current folder, an empty URL any server."""
        if isinstance(value, str) and not value.strip():
            raise ValueError("is set and empty; unset it, or give it a value")
        return value

    @field_validator(
        "home",
        "api_password_file",
        "auth_password_file",
        "dispatch_password_file",
        "worker_password_file",
        "model_key_file",
        "model_anthropic_key_file",
        "mail_smtp_password_file",
        "supabase_key_file",
    )
    @classmethod
    def _is_absolute(cls, value: Path | None) -> Path | None:
        """Expand ~ and make the path absolute, so that it is the same from every folder."""
        if value is None:
            return None
        try:
            path = value.expanduser().absolute()
        except RuntimeError:
            raise ValueError("begins with the home of an account that is not there") from None
        if not path.name:
            raise ValueError("is the root of the file system; name a folder below it")
        return path

    @field_validator(
        "database_url", "api_url", "auth_url", "dispatch_url", "worker_url", "listen_url"
    )
    @classmethod
    def _is_url(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None:
            check_conninfo(value.get_secret_value())
        return value

    @field_validator("database_address")
    @classmethod
    def _is_address(cls, value: str | None) -> str | None:
        if value is not None:
            check_conninfo(value)
        return value

    @field_validator("auth_redirects", mode="before")
    @classmethod
    def _are_apart(cls, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return value  # an empty one is refused above
        return tuple(part.strip() for part in value.split(",") if part.strip())

    @field_validator("trusted_proxies", mode="before")
    @classmethod
    def _is_a_list(cls, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return value  # an empty one is refused above
        return [part.strip() for part in value.split(",")]

    @field_validator("model_prices", mode="before")
    @classmethod
    def _is_json(cls, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return value  # an empty one is refused above
        try:
            return json.loads(value)
        except ValueError:
            raise ValueError('is no JSON; it looks like {"NAME": [2500000, 10000000]}') from None

    @field_validator("model_url", "model_anthropic_url", "public_url")
    @classmethod
    def _is_web(cls, value: str) -> str:
        """Refuse what is no address of a server, and a password in it: lists show the address."""
        try:
            parts = urlsplit(value)
            is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
        except ValueError:
            is_web = False
        if not is_web:
            raise ValueError("is no URL that begins with http:// or https://")
        if parts.username is not None or parts.query or parts.fragment:
            raise ValueError("has more than host and path; a key is put into its own file")
        return value.rstrip("/")

    @field_validator("supabase_url")
    @classmethod
    def _is_nobody_elses(cls, value: str | None) -> str | None:
        """Refuse an address that a listener on the network could answer for."""
        if value is None:
            return None
        value = cls._is_web(value)
        parts = urlsplit(value)
        if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
            raise ValueError("is no URL that begins with https://")
        return value

    @field_validator("oauth_stand_in")
    @classmethod
    def _is_of_this_machine(cls, value: str | None) -> str | None:
        """Refuse another machine: whoever answers there would say who somebody is."""
        if value is None:
            return None
        value = cls._is_web(value)
        if urlsplit(value).hostname not in _LOOPBACK:
            raise ValueError("is not on loopback; real providers need no URL")
        return value

    @field_validator("mail_smtp_user")
    @classmethod
    def _is_kept_from_listeners(cls, value: str | None, known: ValidationInfo) -> str | None:
        """Refuse to sign in over a network without encryption: the password could be read."""
        host, security = (known.data.get(f"mail_smtp_{name}") for name in ("host", "security"))
        if value is not None and security == "none" and host not in _LOOPBACK:
            raise ValueError("needs SEALEDBID_MAIL_SMTP_SECURITY=starttls or tls")
        return value

    @field_validator("mail_from", "mail_reply_to")
    @classmethod
    def _is_mailbox(cls, value: str | None) -> str | None:
        """Refuse what is no single address with an optional name, in one line."""
        from sealedbid.platform.mailbox import mailbox

        if value is not None:
            mailbox(value)
        return value

    @property
    def is_embedded(self) -> bool:
        """True if the database is the embedded server of ``home``."""
        urls = (self.database_url, self.dispatch_url, self.worker_url, self.database_address)
        return not any(urls)


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


def check_conninfo(conninfo: str) -> None:
    """Raise ValueError if libpq cannot parse the text; the message quotes no part of a password."""
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        parts = conninfo_to_dict(conninfo)
    except ProgrammingError as error:
        said = str(error)
        if "percent-encoded" in said:
            why = "a % that is no code of a sign is written %25, a space %20"
        else:
            why = "it looks like postgresql://user:password@host:port/name"
        raise ValueError(f"is not a PostgreSQL URL: {why}") from None
    ports = str(parts.get("port") or "5432").split(",")
    if not all(port == "" or (port.isdecimal() and 0 < int(port) < 65536) for port in ports):
        raise ValueError(
            "has no number for a port; in a user or a password, / is written %2F, : %3A and @ %40"
        )


def _variable(location: str) -> str:
    return location if location.isupper() else f"SEALEDBID_{location.upper()}"
