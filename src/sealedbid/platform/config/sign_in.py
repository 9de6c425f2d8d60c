"""Settings of signing in, and of the address that people see."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import BaseModel, Field, field_validator
from pydantic_settings import NoDecode

from sealedbid.platform.config import checks


class SignInSettings(BaseModel):
    """The installation's own address, those that it leads to, and who signs people in."""

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

    @field_validator("supabase_key_file")
    @classmethod
    def _is_file_absolute(cls, value: Path | None) -> Path | None:
        return checks.absolute(value)

    @field_validator("auth_redirects", mode="before")
    @classmethod
    def _are_apart(cls, value: Any) -> Any:
        return checks.apart(value)

    @field_validator("public_url")
    @classmethod
    def _is_public(cls, value: str) -> str:
        return checks.web(value)

    @field_validator("oauth_stand_in")
    @classmethod
    def _is_of_this_machine(cls, value: str | None) -> str | None:
        """Refuse another machine: whoever answers there would say who somebody is."""
        if value is None:
            return None
        value = checks.web(value)
        if urlsplit(value).hostname not in checks.LOOPBACK:
            raise ValueError("is not on loopback; real providers need no URL")
        return value

    @field_validator("supabase_url")
    @classmethod
    def _is_nobody_elses(cls, value: str | None) -> str | None:
        """Refuse an address that a listener on the network could answer for."""
        if value is None:
            return None
        value = checks.web(value)
        parts = urlsplit(value)
        if parts.scheme != "https" and parts.hostname not in checks.LOOPBACK:
            raise ValueError("is no URL that begins with https://")
        return value
