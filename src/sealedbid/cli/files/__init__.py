"""Files of this machine, found and read for commands."""
