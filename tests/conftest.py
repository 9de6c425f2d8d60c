"""Starts one real server a session; the fixtures are in tests/fixtures, by subject."""

from __future__ import annotations

import os
import signal

from tests.fixtures.leaving import end_with_parent

# A shell that starts us in the background makes us ignore Ctrl-C, and every program that a test
# starts and interrupts would inherit that.
signal.signal(signal.SIGINT, signal.default_int_handler)

if "PYTEST_XDIST_WORKER" in os.environ:
    end_with_parent()

pytest_plugins = [
    "tests.fixtures.tiers",
    "tests.fixtures.scheduling",
    "tests.fixtures.server",
    "tests.fixtures.people",
    "tests.fixtures.queue",
    "tests.fixtures.pgbouncer",
    "tests.fixtures.statements",
    "tests.fixtures.tenants",
    "tests.fixtures.agencies",
    "tests.fixtures.desk",
]
