"""The five ways: an organization, a shared document, a person, an account, and everybody.

Two of them have pages as well, at addresses that mails carry.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from uuid import UUID

from sealedbid.api.caller import Caller
from sealedbid.api.route.verbs import Ranked, Unranked
from sealedbid.api.services import Services
from sealedbid.platform.postgres import Transaction
from sealedbid.platform.postgres.errors import CredentialRefusedError


class Sealed(Ranked):
    """Routes of an organization, for its members and their keys."""

    name = "sealed"
    prefix = "/api/v1/orgs/{org}"
    opens_org = True

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the organization of the path by the caller's proof."""
        assert org is not None  # it is in the path
        return services.gateway.sealed(caller.kind, caller.proof, org, read_only=read_only)


class Guest(Ranked):
    """Routes of one shared document, for the holder of its link, which names the organization."""

    name = "guest"
    prefix = "/api/v1/shared"

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the link's organization. Raises CredentialRefusedError for any other credential."""
        del org
        if caller.kind != "link" or caller.org_id is None:
            raise CredentialRefusedError("Only the link of a document opens it.")
        return services.gateway.sealed("link", caller.proof, caller.org_id, read_only=read_only)


class Between(Unranked):
    """Routes of a person who has opened no organization: their profile, founding, joining."""

    name = "between"
    prefix = "/api/v1"

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> AbstractAsyncContextManager[Transaction]:
        """Open the person by the caller's proof."""
        del org
        return services.gateway.sealed_person(caller.proof, read_only=read_only)


class PersonPages(Between):
    """Pages of a person, at addresses that mails carry."""

    prefix = ""


class SignedIn(Unranked):
    """Routes about an account, which its functions judge by the caller's proof themselves."""

    name = "signed in"
    prefix = "/auth/v1"
    for_accounts = True

    def transaction(
        self, services: Services, caller: Caller, org: UUID | None, *, read_only: bool
    ) -> None:
        """Open nothing."""
        return


class OpenToAll(SignedIn):
    """Routes that need no credential."""

    name = "open to all"
    needs_caller = False


class Pages(OpenToAll):
    """Pages that need no credential, at addresses that mails carry."""

    prefix = ""
