"""Findings of foreign tools on our schema, and on a bad one, beside ours."""
