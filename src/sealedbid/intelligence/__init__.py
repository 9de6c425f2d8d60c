"""What is understood of a text: read by rules where rules suffice, by models where they do not."""
