"""Poison: one statement by one organization must stop nobody else's work, and no backup."""
