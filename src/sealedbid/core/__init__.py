"""Organisations, people, memberships, clients, keys."""
