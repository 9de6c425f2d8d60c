-- name: keeps_accounts
-- True if people sign in by this database.
select seal_auth.keeps_accounts()

-- name: ensure_profile
-- The profile of a person of another auth server.
select seal_auth.ensure_profile(%(user)s, %(email)s, %(full_name)s, %(confirmed_at)s, %(at)s, %(mac)s)

-- name: start_session
-- Registers a token of another auth server.
select seal_auth.start_session(%(proof)s, %(user)s, %(session)s, %(expires_at)s, %(level)s, %(mac)s)

-- name: is_word_taken
-- True if the process has the key by which it vouches.
select seal_auth.is_word_taken(%(nonce)s, %(mac)s)
