"""Sentences judged by their sources."""
