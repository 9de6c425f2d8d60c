"""What an organisation knows, and the brain that writes with it."""
