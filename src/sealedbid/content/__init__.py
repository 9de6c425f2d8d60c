"""What proposals are made of: services and templates."""
