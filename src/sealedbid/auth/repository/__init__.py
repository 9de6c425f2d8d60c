"""Calls of the functions of seal_auth, each in a transaction of its own."""
