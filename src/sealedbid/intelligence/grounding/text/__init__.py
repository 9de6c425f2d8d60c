"""Reading a text once for all checks: its words, clauses, values, names and marks."""
