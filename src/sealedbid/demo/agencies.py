"""The two agencies: who they are, whom they work for, what they sell, what they keep quiet."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sealedbid.content.models import BillingPeriod
from sealedbid.core.models import ClientStatus, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at the agency."""

    name: str
    email: str
    role: Role


@dataclass(frozen=True, slots=True)
class Client:
    """A client, with the person who signs."""

    name: str
    status: ClientStatus
    industry: str
    notes: str
    signer: str
    signer_email: str


@dataclass(frozen=True, slots=True)
class Service:
    """Something sold; the price in cents."""

    name: str
    description: str
    unit: str
    price: int
    period: BillingPeriod = "once"


@dataclass(frozen=True, slots=True)
class Agency:
    """All of one agency."""

    name: str
    currency: str
    timezone: str
    tax_rate: Decimal
    people: tuple[Person, ...]
    invited: str
    clients: tuple[Client, ...]
    services: tuple[Service, ...]
    template: str
    sections: tuple[str, ...]
    threshold_minor: int


STUDIO = Agency(
    name="Alder & Finch Studio",
    currency="EUR",
    timezone="Europe/Amsterdam",
    tax_rate=Decimal("0.21"),
    people=(
        Person("Mara Finch", "mara@alderfinch.example", "owner"),
        Person("Joris Alder", "joris@alderfinch.example", "admin"),
        Person("Noor Visser", "noor@alderfinch.example", "member"),
        Person("Tom Aerts", "tom@alderfinch.example", "viewer"),
    ),
    invited="lena@alderfinch.example",
    clients=(
        Client(
            "Halden Clinics",
            "active",
            "Health care",
            "Ines decides, Ravi pays. They walked away from our first price in March; do not open "
            "above 52,000 again.",
            "Ines Dahl",
            "ines.dahl@haldenclinics.example",
        ),
        Client(
            "Stadsarchief Zwolle",
            "past",
            "Culture",
            "Archive portal, delivered two weeks late. Ask before naming them as a reference.",
            "Piet Hooft",
            "p.hooft@archiefzwolle.example",
        ),
        Client(
            "Korenmarkt Bakeries",
            "lead",
            "Food retail",
            "Came by word of mouth. Wants packaging and shop signs before the autumn fair.",
            "Saar Maas",
            "saar@korenmarkt.example",
        ),
    ),
    services=(
        Service("Brand sprint", "Two weeks from interviews to a direction", "sprint", 1_480_000),
        Service("Visual identity", "Mark, type, colour, and a guide", "project", 2_950_000),
        Service("Website design", "Templates and components, tested with readers", "page", 145_000),
        Service("Design care", "Eight hours, answered in a day", "month", 92_000, "monthly"),
    ),
    template="Studio proposal",
    sections=("What we heard", "What we would make", "How we work", "Price", "Who you meet"),
    threshold_minor=2_500_000,
)

CONSULTANCY = Agency(
    name="Borealis Data Partners",
    currency="USD",
    timezone="America/Anchorage",
    tax_rate=Decimal(0),
    people=(
        Person("Ada Northrup", "ada@borealisdata.example", "owner"),
        Person("Miguel Santos", "miguel@borealisdata.example", "admin"),
        Person("Priya Raman", "priya@borealisdata.example", "member"),
        Person("Cole Whitaker", "cole@borealisdata.example", "viewer"),
    ),
    invited="hanna@borealisdata.example",
    clients=(
        Client(
            "Tongass Fisheries Cooperative",
            "active",
            "Fisheries",
            "Board is split on renewing. Margin is 61 %; the treasurer must not learn how little "
            "of it is senior time.",
            "Walt Iverson",
            "walt@tongassfish.example",
        ),
        Client(
            "Denali Regional Health",
            "lead",
            "Health care",
            "Their incumbent is being sued. Counsel asked us to say nothing in writing yet.",
            "Dr. June Okafor",
            "jokafor@denalihealth.example",
        ),
        Client(
            "Port of Whittier",
            "past",
            "Logistics",
            "Lost the extension over price: we were 18 % above. The forecast model stays ours.",
            "Sam Petrov",
            "spetrov@portwhittier.example",
        ),
    ),
    services=(
        Service("Data audit", "What there is and what it is worth", "audit", 2_400_000),
        Service("Pipeline build", "Sources to warehouse, with tests", "sprint", 3_100_000),
        Service("Forecast model", "A model your staff can run and question", "project", 5_600_000),
        Service("Data on call", "An engineer, two hours to an answer", "month", 480_000, "monthly"),
    ),
    template="Technical response",
    sections=("Understanding", "Approach", "Team", "Schedule", "Assumptions", "Price"),
    threshold_minor=10_000_000,
)

AGENCIES = (STUDIO, CONSULTANCY)
