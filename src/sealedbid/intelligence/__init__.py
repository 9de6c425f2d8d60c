"""What the platform knows and how it finds it again: files, passages, vectors."""
