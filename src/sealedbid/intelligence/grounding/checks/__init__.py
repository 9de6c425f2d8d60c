"""The checks, one file each: a claim in, what was found out."""
