"""Sign-in by accounts at providers: Google and GitHub."""
