"""The SQL of the system domain, a module a table. Each function takes an open transaction."""
