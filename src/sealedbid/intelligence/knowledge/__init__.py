"""Files become passages that can be searched."""
