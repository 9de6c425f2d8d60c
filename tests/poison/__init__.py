"""Poison: one statement of one organization must stop neither other work nor a backup."""
