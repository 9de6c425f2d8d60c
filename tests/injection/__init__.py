"""Routes that are wrong on purpose, attacked: the database refuses what they give away."""
