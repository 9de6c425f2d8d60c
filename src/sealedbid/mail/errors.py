"""Refusals of the mail domain, and the constraints of its table that a person can run into."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError
from sealedbid.platform.postgres.violations import register, value


class MailError(SealedbidError):
    """A mail could not be written or sent."""


class UnsendableError(MailError):
    """The mail cannot be written from what its delivery holds, however often it is tried."""


class MailRefusedError(MailError):
    """The mail server refused this mail for good."""


class MailNotTakenError(MailError):
    """No server or folder took the mail now; a later attempt may succeed."""


register(
    {
        "deliveries_params_in_one_line": value(
            "params", "a name in the mail has a line break or another sign that nobody sees."
        ),
        "deliveries_recipient_is_an_address": value(
            "recipient", "give an address, as name@example.org."
        ),
    }
)
