"""What every domain stands on: settings, PostgreSQL, migrations, the embedded server."""
