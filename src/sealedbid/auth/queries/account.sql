-- name: get
-- The account of a proof.
select id, email, email_confirmed_at, new_email, user_metadata, app_metadata, has_password, last_sign_in_at,
       created_at, updated_at, session, level, methods, factors, identities
  from seal_auth.account(%(proof)s)

-- name: change_metadata
-- Changes what the person says of themselves.
select seal_auth.change_metadata(%(proof)s, %(changes)s)

-- name: reauthenticate
-- Mails a code; 0, or the seconds to wait.
select seal_auth.reauthenticate(%(proof)s, %(ip)s)

-- name: change_email
-- Mails both addresses; 0, or the seconds to wait.
select seal_auth.change_email(%(proof)s, %(email)s, %(params)s, %(ip)s)
