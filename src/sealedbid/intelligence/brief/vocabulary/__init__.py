"""Words of five languages that a reader goes by: data, one folder a language, one file a concern."""
