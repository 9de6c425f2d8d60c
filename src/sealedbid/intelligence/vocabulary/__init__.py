"""Words of five languages that a reader goes by: one folder a language, one file a concern."""
