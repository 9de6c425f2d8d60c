"""The SQL of the intelligence domain, a module a table. Each function takes an open transaction."""
