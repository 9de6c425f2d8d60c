"""The platform under every domain: settings, PostgreSQL, migrations, the embedded server."""
