"""A model's plan, with everything left out that was not given."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final
from uuid import UUID

from sealedbid.intelligence.agents.strategy.checks import Ground
from sealedbid.intelligence.agents.strategy.given import Given
from sealedbid.intelligence.agents.strategy.shapes import PlanSaid, ShareSaid, ThemeSaid, UsedSaid
from sealedbid.intelligence.agents.strategy.shares import blended
from sealedbid.intelligence.grounding.models import Source
from sealedbid.intelligence.shortening import on_one_line, plural, shortened
from sealedbid.intelligence.writer.strategy import Strategy, Theme, Used

MOST_THEMES: Final = 3
MOST_PROOFS: Final = 4
MOST_RISKS: Final = 5
MOST_USED: Final = 24
LONGEST: Final = 400  # characters of a benefit, a risk, a reason
NONE: Final = frozenset({"", "none", "null", "n/a", "-"})


@dataclass(slots=True)
class Reading:
    """Reads a plan; ``told`` says what was left out."""

    given: Given
    ground: Ground
    rules: Strategy
    told: list[str] = field(default_factory=list)

    def strategy(self, said: PlanSaid) -> Strategy:
        """The plan; shares that the model does not give are as the rules have them."""
        themes = self._themes(said.themes or [])
        return Strategy(
            positioning=self._stated(said.positioning),
            themes=themes,
            risks=self._risks(said.risks or []),
            shares=self._shares(said.shares or []),
            used=self._used(said.used or [], themes),
        )

    def _themes(self, said: list[ThemeSaid]) -> tuple[Theme, ...]:
        themes: list[Theme] = []
        for one in said:
            benefit = self._stated(one.benefit)
            proofs = self._passages(one.proofs or [])[:MOST_PROOFS]
            if not benefit or any(theme.benefit == benefit for theme in themes):
                continue
            if not proofs:
                self.told.append(f"A theme is left out, since no passage proves it: “{benefit}”")
                continue
            criterion, points = self._criterion(one.criterion)
            themes.append(Theme(benefit=benefit, criterion=criterion, points=points, proofs=proofs))
        themes.sort(key=lambda theme: -(theme.points or 0.0))
        return tuple(themes[:MOST_THEMES])

    def _criterion(self, said: str | None) -> tuple[str, float | None]:
        """The name and the points as the brief has them; nothing for a criterion that it lacks."""
        if said is None or said.strip().casefold() in NONE:
            return "", None
        known = self.given.criterion(said)
        if known is None:
            self.told.append(f"The brief has no criterion “{shortened(said, 80)}”.")
            return "", None
        return known.criterion, known.points

    def _passages(self, said: Iterable[str]) -> tuple[UUID, ...]:
        ids = dict.fromkeys(one.strip().upper() for one in said)
        unknown = [id for id in ids if id not in self.given.passages]
        if unknown:
            number = plural(len(unknown), "passage")
            self.told.append(f"The plan names {number} that it was not given: left out.")
        return tuple(
            dict.fromkeys(self.given.passages[id].id for id in ids if id in self.given.passages)
        )

    def _used(self, said: list[UsedSaid], themes: tuple[Theme, ...]) -> tuple[Used, ...]:
        """The passages that the model names, and the proofs of its themes."""
        used: dict[UUID, Used] = {}
        for one in said[:MOST_USED]:
            for id in self._passages([one.passage] if one.passage else []):
                why = shortened(self.ground.kept(one.why or "")[0], LONGEST)
                used.setdefault(id, Used(passage=id, why=why))
        for theme in themes:
            for id in theme.proofs:
                if id not in used or not used[id].why:
                    used[id] = Used(passage=id, why=f"It proves: {theme.benefit}")
        return tuple(used.values())

    def _risks(self, said: list[str]) -> tuple[str, ...]:
        client = Source(id="B1", of="brief", title="", text=self.ground.client)
        ground = replace(self.ground, proofs=(*self.ground.proofs, client))
        kept = (shortened(ground.kept(one)[0], LONGEST) for one in said)
        return tuple(dict.fromkeys(one for one in kept if one))[:MOST_RISKS]

    def _shares(self, said: list[ShareSaid]) -> dict[str, float]:
        percents: dict[str, float] = {}
        unknown = 0
        for one in said:
            id = (one.section or "").strip()
            if id not in self.rules.shares:
                unknown += bool(id)
            elif one.percent is not None:
                percents.setdefault(id, one.percent)
        if unknown:
            number = plural(unknown, "section")
            self.told.append(f"The plan names {number} that the outline does not have: left out.")
        return blended(self.rules.shares, percents)

    def _stated(self, said: str | None) -> str:
        """The sentences that what was given has; the others are left out."""
        if not said or on_one_line(said).casefold() in NONE:
            return ""
        kept, dropped = self.ground.kept(said[: 4 * LONGEST])
        for sentence in dropped:
            self.told.append(
                "A sentence of the plan is left out, since no passage has its numbers, names or "
                f"promises: “{shortened(sentence, 160)}”"
            )
        return shortened(kept, LONGEST)
