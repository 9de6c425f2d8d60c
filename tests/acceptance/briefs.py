"""Briefs for the acceptance tests, each with the agency that it fits."""

from __future__ import annotations

from dataclasses import dataclass

from sealedbid.demo.agency import CONSULTANCY, STUDIO, read_agency
from tests.fixtures.documents import real_document


@dataclass(frozen=True, slots=True)
class Asked:
    """A brief, with the agency that answers it; ``document`` is a real one's path."""

    id: str
    folder: str
    client: str
    name: str = ""
    document: str = ""
    words: str = ""

    @property
    def text(self) -> str:
        """The text of the brief."""
        if self.words:
            return self.words
        if self.document:
            return real_document(self.document).read_text(encoding="utf-8")
        path = read_agency(self.folder).brief.with_name(self.name)
        return path.read_text(encoding="utf-8")


BRIEFS = [
    Asked("museum", STUDIO, "Museum Garenkade", name="museum-garenkade.md"),
    Asked("brewery", STUDIO, "Brouwhuis Tij", name="short.md"),
    Asked("county", CONSULTANCY, "Halloran County", name="halloran-county.md"),
    Asked("port", CONSULTANCY, "Port of Ninewater", name="short.md"),
    Asked("forest service", CONSULTANCY, "18F", document="rfp/usfs-epermit-rfq.md"),
    Asked("alaska", CONSULTANCY, "Alaska DHSS", document="rfp/alaska-dhss-search-unification.md"),
    Asked(
        "three lines",
        STUDIO,
        "Petra's Bikes",
        words="We need a new website with 12 pages for our bicycle shop.\n"
        "It must be live before 1 March 2027.\nOur budget is 40,000 EUR.\n",
    ),
    Asked("nothing we do", CONSULTANCY, "Zoo", words="Please feed our elephants on Sundays.\n"),
]
