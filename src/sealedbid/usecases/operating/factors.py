"""Second factors that no file opens any more, for the operator of an installation."""

from __future__ import annotations

from collections.abc import Iterator

from sealedbid.auth.pads import FACTORS, pads_of
from sealedbid.platform.config import Settings
from sealedbid.platform.installer import remove_factors, sealed_factors
from sealedbid.platform.owner import owner_conninfo
from sealedbid.platform.secrets import secret_path


def remove_not_opened(settings: Settings) -> Iterator[tuple[str, int]]:
    """Remove all factors of everybody who has one that the installation's file does not open.

    Yields each address with the number of factors. Raises AccountsElsewhereError, SecretFileError.
    """
    owner, pads = owner_conninfo(settings), pads_of(settings)
    is_there = secret_path(settings.home, FACTORS).exists()
    people = dict.fromkeys(
        each.email
        for each in sealed_factors(owner)
        if not (is_there and pads.opens(each.factor, each.pad_proof))
    )
    for email in people:
        yield email, remove_factors(owner, email)
