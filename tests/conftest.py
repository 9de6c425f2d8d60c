"""One real server a session; the fixtures stand in tests/fixtures, by what they give."""

from __future__ import annotations

import signal

# A shell that starts us in the background has us ignore Ctrl-C, and every program that a test
# starts and interrupts would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

pytest_plugins = [
    "tests.fixtures.server",
    "tests.fixtures.people",
    "tests.fixtures.queue",
    "tests.fixtures.pgbouncer",
    "tests.fixtures.statements",
    "tests.fixtures.tenants",
    "tests.fixtures.agencies",
]
