"""The cost of verifying in the database, ms of each kind: `python -m tests.auth.passkeys.cost`."""

from __future__ import annotations

import statistics
import sys
import time

from tests.auth.passkeys.authenticator import Key
from tests.fixtures.clones import make_clone
from tests.fixtures.server import installation_of, migrated_server

ROUNDS = 50
_SIZES = (2048, 3072, 4096)


def main() -> None:
    """Verify each kind, one after the other on one connection, after a first time."""
    with migrated_server() as server:
        make_clone(server, "cost")
        with installation_of(server, "cost").as_superuser() as behind:
            for name, key in (("ES256", Key()), *((f"RS256 {n}", Key.rsa(n)) for n in _SIZES)):
                taken = []
                for number in range(ROUNDS + 1):
                    message = number.to_bytes(80)
                    values = (key.algorithm, *key.public, message, key.sign(message))
                    began = time.perf_counter()
                    row = behind.execute(
                        "select seal_private.passkey_signed(%s, %s, %s, %s, %s)", values
                    ).fetchone()
                    taken.append((time.perf_counter() - began) * 1000)
                    assert row == (True,)
                median, most = statistics.median(taken[1:]), max(taken[1:])
                sys.stdout.write(f"{name}: {median:.1f} ms, at most {most:.1f}\n")


if __name__ == "__main__":
    main()
