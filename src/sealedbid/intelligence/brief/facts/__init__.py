"""Facts of a brief: each with its place, its value, and whether it is certain."""
