"""The SQL of kept answers."""
