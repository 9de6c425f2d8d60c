"""Reading a brief: each part of it is found by its own rules, over the same pieces."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief.contents import contents
from sealedbid.intelligence.brief.dates import dates
from sealedbid.intelligence.brief.deadline import deadline
from sealedbid.intelligence.brief.goals import goals
from sealedbid.intelligence.brief.identity import identity_facts
from sealedbid.intelligence.brief.language import language_of
from sealedbid.intelligence.brief.models import Brief, Fact
from sealedbid.intelligence.brief.money import budget
from sealedbid.intelligence.brief.quantities import quantities
from sealedbid.intelligence.brief.questions import questions
from sealedbid.intelligence.brief.requirements.parties import parties
from sealedbid.intelligence.brief.requirements.reading import requirements
from sealedbid.intelligence.brief.requirements.words import words_of
from sealedbid.intelligence.brief.structure.reading import read_pieces
from sealedbid.intelligence.brief.vocabulary.loading import LANGUAGES
