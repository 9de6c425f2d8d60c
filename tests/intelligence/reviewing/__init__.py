"""Drafts judged sentence by sentence."""
