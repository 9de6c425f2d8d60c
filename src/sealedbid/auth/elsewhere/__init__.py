"""People who sign in at a project of Supabase: their tokens are proven there, once each."""
