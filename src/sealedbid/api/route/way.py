"""A way of routes to the database: their prefix, and the transaction that each opens."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from typing import Any, ClassVar
from uuid import UUID

from sealedbid.api.bodies import LARGEST
from sealedbid.api.caller import SAFE, Caller
from sealedbid.api.route.endpoint import Handler, endpoint_of
from sealedbid.api.route.promise import Promise
from sealedbid.api.route.reading import Route
from sealedbid.api.services import Services
from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres import Rank, Transaction


class Way(ABC):
    """Routes under one prefix that reach the database in one way."""

    name: ClassVar[str]
    prefix: ClassVar[str]
    needs_caller: ClassVar[bool] = True
    opens_org: ClassVar[bool] = False
    is_limited: ClassVar[bool] = True
    for_accounts: ClassVar[bool] = False

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.routes: list[Route] = []

    @abstractmethod
    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction] | None:
        """The transaction in which a handler runs, or None if it runs in none."""

    def _add(
        self,
        method: str,
        path: str,
        *,
        answers: Any,
        rank: Rank | None,
        status: int,
        problems: tuple[type[SealedbidError], ...],
        largest: int = LARGEST,
        shows_secret: bool = False,
    ) -> Callable[[Handler], Handler]:
        promise = Promise(
            way=self.name,
            rank=rank,
            answers=answers,
            status=status,
            problems=problems,
            largest=largest,
            takes_key=method == "POST" and self.opens_org,
            shows_secret=shows_secret,
            scope=scope_of(method, path) if self.opens_org else None,
        )

        def add(handler: Handler) -> Handler:
            route = Route(
                (self.prefix + path).replace("{id}", "{id:id}"),
                endpoint_of(
                    handler,
                    promise,
                    self.transaction,
                    read_only=method in SAFE,
                    opens_org=self.opens_org,
                ),
                methods=[method],
                name=handler.__name__,
                operation_id=handler.__name__,
                tags=[self.tag],
                status_code=status,
                response_model=None,
            )
            route.path = route.path_format  # as the documents, the log and the metrics name it
            route.promise = promise
            route.needs_caller = self.needs_caller
            route.is_limited = self.is_limited
            route.for_accounts = self.for_accounts
            self.routes.append(route)
            return handler

        return add


def scope_of(method: str, path: str) -> str:
    """Return the scope of a route inside an organization, as clients:read."""
    resource = path.strip("/").partition("/")[0] or "organization"
    return f"{resource}:{'read' if method in SAFE else 'write'}"
