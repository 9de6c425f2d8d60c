"""Attacks on the running installation, found by its catalog."""
