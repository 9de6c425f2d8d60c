"""Accounts over HTTP, in the shape that clients of Supabase's auth server know."""
