"""Routes that are wrong on purpose, attacked: the database keeps what they give away."""
