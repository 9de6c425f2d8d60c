"""The table of handlers: the body of each type of job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sealedbid.intelligence import jobs as intelligence
from sealedbid.system.jobs.handler import Handler

HANDLERS: Mapping[str, Handler[Any]] = {handler.name: handler for handler in (intelligence.draft,)}
