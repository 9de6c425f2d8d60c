"""Organizations, people, memberships, clients, keys."""
