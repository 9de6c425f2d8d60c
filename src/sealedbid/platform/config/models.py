"""Settings of models that write."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, Field, NonNegativeInt, field_validator
from pydantic_settings import NoDecode

from sealedbid.platform.config import checks


class ModelSettings(BaseModel):
    """The writer of drafts, and the models that it asks."""

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

    @field_validator("model_key_file", "model_anthropic_key_file")
    @classmethod
    def _is_key_absolute(cls, value: Path | None) -> Path | None:
        return checks.absolute(value)

    @field_validator("model_prices", mode="before")
    @classmethod
    def _is_json(cls, value: Any) -> Any:
        if not isinstance(value, str) or not value.strip():
            return value  # an empty one is refused above
        try:
            return json.loads(value)
        except ValueError:
            raise ValueError('is no JSON; it looks like {"NAME": [2500000, 10000000]}') from None

    @field_validator("model_url", "model_anthropic_url")
    @classmethod
    def _is_endpoint(cls, value: str) -> str:
        return checks.web(value)
