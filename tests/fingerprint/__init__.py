"""A fingerprint of a schema: a line for every object, so that two schemas compare by reading."""
