"""Refusals of the core domain, and the constraints of its tables that a person can run into."""

from __future__ import annotations

from sealedbid.platform.errors import (
    LimitReachedError,
    NameTakenError,
    NotAllowedError,
    RefusedError,
    StateChangedError,
    TakenError,
)
from sealedbid.platform.postgres.violations import Violation, reference, register, value


class TooManyInvitationsError(LimitReachedError):
    """The organization has invited as many people as a day allows."""


class InvitationRefusedError(RefusedError):
    """The invitation is unknown, used, revoked or expired, or the link is not complete."""

    def __init__(self) -> None:
        super().__init__(
            "This invitation is unknown, used, revoked or expired: ask for another one."
        )


class LastOwnerError(StateChangedError):
    """The organization would be left without an owner: make another member an owner first."""


register(
    {
        "api_keys_name_key": Violation(
            NameTakenError, "There is an API key of this name already: choose another.", "name"
        ),
        "api_keys_scopes_are_names": value(
            "scopes", "give the names of resources with read or write, as clients:read."
        ),
        "client_contacts_client_fkey": reference("client_id", "clients"),
        "client_contacts_email_key": Violation(
            TakenError, "email: this client has a contact of this address already.", "email"
        ),
        "clients_name_key": Violation(
            NameTakenError, "There is a client of this name already: choose another.", "name"
        ),
        "invitations_email_is_the_readers": Violation(
            NotAllowedError,
            "Not allowed: the invitation is for another address, or yours is not confirmed.",
        ),
        "invitations_expire_in_30_days": value(
            "expires_at", "an invitation is open for 30 days at most."
        ),
        "invitations_few_a_day": Violation(
            TooManyInvitationsError,
            "An organization invites two hundred times a day at most.",
        ),
        "invitations_open_email_key": Violation(
            TakenError, "email: somebody invites this address right now: try again.", "email"
        ),
        "org_members_last_owner_stays": Violation(
            LastOwnerError,
            "An organization keeps at least one owner: make another member an owner first.",
        ),
        "org_members_own_few": Violation(
            LimitReachedError,
            "A person owns a hundred organizations at most: give one up first.",
        ),
        "org_members_pkey": Violation(
            TakenError, "email: this person is a member already.", "email"
        ),
        "org_members_rank_not_above_own": Violation(
            NotAllowedError, "role: you cannot give or take a rank above your own.", "role"
        ),
        "org_settings_key_key": Violation(
            TakenError, "key: somebody sets this at the same moment: try again.", "key"
        ),
        "organizations_timezone_given": value(
            "timezone", "give the name of a time zone, as Europe/Oslo."
        ),
    }
)
