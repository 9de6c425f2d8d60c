"""Which body a job of a type has."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from sealedbid.intelligence import jobs as intelligence
from sealedbid.system.running import RunningJob

Handler: TypeAlias = Callable[[RunningJob], Awaitable[None]]

HANDLERS: Mapping[str, Handler] = {intelligence.DRAFT: intelligence.draft}
