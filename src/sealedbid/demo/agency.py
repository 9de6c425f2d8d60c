"""Models of the demo's agencies, read from agency.toml, knowledge/ and briefs/."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from sealedbid.content.models import (
    BillingPeriod,
    BlockKind,
    ContractStatus,
    DealOutcome,
    ProposalStatus,
)
from sealedbid.core.models import ClientStatus, Role
from sealedbid.demo.briefs import dated

STUDIO, CONSULTANCY = "alder-and-finch", "borealis"
FOLDERS = (STUDIO, CONSULTANCY)


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Person(_Part):
    """A person of the agency."""

    name: str
    email: str
    role: Role
    title: str


class Service(_Part):
    """A service with its price, in the minor unit."""

    name: str
    description: str
    unit: str
    unit_price_minor: int
    billing_period: BillingPeriod = "once"


class Contact(_Part):
    """A person of a client."""

    name: str
    email: str
    title: str
    is_signer: bool = False


class Client(_Part):
    """A client, with the agency's private notes."""

    name: str
    email: str
    website: str
    status: ClientStatus
    industry: str
    notes: str
    contacts: list[Contact]


class Clause(_Part):
    """A section of a proposal or contract."""

    heading: str
    body: str


class Proposal(_Part):
    """A proposal, decided or being written."""

    client: str
    title: str
    status: ProposalStatus
    deal_outcome: DealOutcome
    outcome_reason: str | None = None
    brief: str
    sections: list[Clause]
    services: list[str]
    sent_on: date | None = None
    decided_on: date | None = None


class Contract(_Part):
    """A contract with a client."""

    client: str
    title: str
    scope: str
    status: ContractStatus
    effective_on: date | None = None
    ends_on: date | None = None
    terms: list[Clause]


class Deal(_Part):
    """A line of a client's history."""

    title: str
    date: date
    positioning: str
    key_themes: list[str]
    outcome: Literal["pending", "won", "lost"]


class Intelligence(_Part):
    """Lessons about a client."""

    client: str
    preferred_tone: str
    key_themes: list[str]
    risks_noted: list[str]
    pricing_strategy_used: str
    deal_history: list[Deal]


class Prospect(_Part):
    """Research about a company that is not a client yet."""

    name: str
    website_url: str
    summary: str
    sources: list[str]


class ContentBlock(_Part):
    """A text of the library."""

    kind: BlockKind
    title: str
    body: str
    tags: list[str]


class Answers(_Part):
    """Answers to the questions about a request by their keys, and the requirements confirmed."""

    answers: dict[str, str]
    confirm: list[str]


class Branding(_Part):
    """The agency's colour and tagline."""

    accent: str
    tagline: str


class Agency(_Part):
    """An agency with all its records."""

    folder: str
    name: str
    website: str
    currency: str
    timezone: str
    locale: str
    tax_rate: Decimal
    invited: str
    asked_by: str
    template: str
    sections: list[str]
    threshold_minor: int
    branding: Branding
    people: list[Person]
    services: list[Service]
    clients: list[Client]
    proposals: list[Proposal]
    contracts: list[Contract]
    client_intelligence: list[Intelligence]
    prospects: list[Prospect]
    content_blocks: list[ContentBlock]

    @property
    def knowledge(self) -> Path:
        """The folder of files that the agency ingests."""
        return _folder(self.folder) / "knowledge"

    @property
    def brief(self) -> Path:
        """A request for proposals that a client sent to the agency."""
        folder = _folder(self.folder) / "briefs"
        return next(p for p in sorted(folder.glob("*.md")) if p.stem != "short")

    def brief_on(self, today: date) -> bytes:
        """The same request, with dates that lie ahead of ``today``."""
        return dated(self.brief.read_text(encoding="utf-8"), today).encode()

    def answers(self) -> Answers | None:
        """The answers of the agency's people to the request; None where nobody answers."""
        file = self.brief.with_suffix(".toml")
        if not file.exists():
            return None
        return Answers.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def read_agency(folder: str) -> Agency:
    """Read the agency of a folder."""
    text = (_folder(folder) / "agency.toml").read_text(encoding="utf-8")
    content: dict[str, Any] = tomllib.loads(text)
    return Agency.model_validate({"folder": folder, **content})


def _folder(name: str) -> Path:
    return Path(str(files("sealedbid.demo"))) / "agencies" / name
