"""Prices of a proposal: no sum of which a service or a quantity is not certain."""
