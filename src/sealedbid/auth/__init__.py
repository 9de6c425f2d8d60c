"""Accounts: sign-up, sign-in, sessions and their tokens; the only user of sb_auth's pool."""
