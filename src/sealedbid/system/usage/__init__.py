"""What an organization used, and its budgets."""
