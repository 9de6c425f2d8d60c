"""Reviewing: every sentence of a draft is judged against the sources that it cites."""
