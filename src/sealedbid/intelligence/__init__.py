"""Knowledge of an organization, and the brain that drafts proposals from it."""
