"""Usage of an organization, and its budgets."""
