"""The SQL of the core domain, a module a table. Each function takes an open transaction."""
