"""The table of handlers: the body of each type of job."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sealedbid.system.jobs.handler import Handler


def find_handlers() -> Mapping[str, Handler[Any]]:
    """The product's handlers; imported here, for a worker of other handlers starts without them."""
    from sealedbid.intelligence import jobs as intelligence
    from sealedbid.mail import jobs as mail

    return {handler.name: handler for handler in (intelligence.draft, mail.send)}
