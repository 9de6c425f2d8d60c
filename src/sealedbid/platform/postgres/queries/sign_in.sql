-- name: create_user
-- A person who can sign in; their id.
select seal_auth.create_user(%(email)s, null, %(full_name)s)

-- name: confirm
-- The person has proven that the address is theirs.
select seal_auth.confirm_email(%(user_id)s, %(email)s)

-- name: change_email
-- The account has another address, which is not proven yet.
select seal_auth.change_email(%(user_id)s, %(email)s)

-- name: start_session
-- Registers the proof of an access token.
select seal_auth.start_session(%(proof)s, %(user_id)s, %(session_id)s, %(expires_at)s)

-- name: end_session
-- Signs out: every token of the session is void.
select seal_auth.end_session(%(session_id)s)
