"""Use cases, by what a person does: deliveries call them, they call the domains."""
