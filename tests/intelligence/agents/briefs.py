"""Briefs with facts that the rules read, and facts that they do not."""

from __future__ import annotations

from datetime import date

from sealedbid.intelligence.brief import Brief, read_brief

TODAY = date(2026, 11, 27)

COUNTY = """\
# Request for proposals: permit portal

**Issued by** the County of Larkfield. Reference number LK-2026-88.

Proposals are due on **14 January 2027 at 5 p.m.**

The not-to-exceed budget is $480,000.

The vendor shall provide weekly reports. The portal must be accessible.

## Background

Our clerks still type every application twice, and our hope is that this comes to an end. Somebody
from your side sitting with them for a week at the beginning is what made the last project work.

The old contract runs out on 30 June 2027, and nothing can be left on the old server by then.

## Evaluation criteria

| Criterion | Points |
|---|---|
| Technical approach | 40 |
| Key personnel | 25 |
| Similar experience | 20 |
| Price | 15 |
"""

GERMAN = """\
# Ausschreibung: Bürgerportal

Die Gemeinde Auental sucht einen Dienstleister für ihr Bürgerportal.

Angebote sind bis zum 15. Januar 2027, 12:00 Uhr einzureichen.

Der Auftragnehmer muss wöchentlich berichten.

Im Haushalt haben wir dafür 120.000 Euro stehen.

Uns liegt am Herzen, daß die Kolleginnen am Empfang mitreden, bevor etwas gebaut wird.
"""

FRENCH = """\
# Appel d'offres : portail des familles

La commune de Valmont souhaite un portail pour les inscriptions scolaires.

Les offres doivent être remises au plus tard le 20 janvier 2027 à 17 h.

Le prestataire doit fournir un rapport chaque mois.

On nous a accordé 90 000 euros pour l'année.

Il serait bon que les agents de l’accueil soient écoutés avant toute maquette.
"""


def read(text: str) -> Brief:
    """The brief as the rules read it."""
    return read_brief(text, today=TODAY)
