"""An agency's own texts: read from files, cut into passages that can be quoted."""
