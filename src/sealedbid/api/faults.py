"""Faults of a request that are found before, or beside, what it asks for."""

from __future__ import annotations

from sealedbid.platform.errors import SealedbidError


class RequestError(SealedbidError):
    """The request itself is refused; no command raises this."""


class CrossSiteError(RequestError):
    """A browser sent the cookie with a request that another site began."""


class MalformedJsonError(RequestError):
    """The body is no JSON, or JSON with a number, a key or a sign that is refused."""


class BodyTooLargeError(RequestError):
    """The body has more bytes than the route takes."""


class BodyTooSlowError(RequestError):
    """The body did not come whole in time."""


class OtherContentTypeError(RequestError):
    """The body is not in JSON, or is compressed."""


class CursorRefusedError(RequestError):
    """The cursor is of another list, or of none."""


class IdempotencyKeyMalformedError(RequestError):
    """The key of the request is no text that can be one."""


class IdempotencyKeyReusedError(RequestError):
    """The key was sent with another request before."""


class AlreadyDoneError(RequestError):
    """The request was done before; its answer is not repeated. ``location`` is the new row's."""

    def __init__(self, location: str | None) -> None:
        super().__init__("This request was done before; its answer is not given twice.")
        self.location = location


class TooManyRequestsError(RequestError):
    """The address or the credential has sent as many requests as a minute allows."""

    def __init__(self, wait: int) -> None:
        super().__init__(f"Too many requests: wait {wait} seconds.")
        self.wait = wait


class VersionMissingError(RequestError):
    """The request changes something without saying which version of it was read."""


class VersionPassedError(RequestError):
    """The row was changed since it was read. ``version`` is the one that it has now."""

    def __init__(self, version: int) -> None:
        super().__init__("Somebody changed this since you read it: read it again.")
        self.version = version
