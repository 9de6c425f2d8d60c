"""One real server a session; the fixtures stand in tests/fixtures, by what they give."""

pytest_plugins = [
    "tests.fixtures.server",
    "tests.fixtures.people",
    "tests.fixtures.pgbouncer",
    "tests.fixtures.statements",
    "tests.fixtures.tenants",
    "tests.fixtures.agencies",
]
