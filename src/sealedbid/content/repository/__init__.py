"""The SQL of the content domain, a module a table. Each function takes an open transaction."""
