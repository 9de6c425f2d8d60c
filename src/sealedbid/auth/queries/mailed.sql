-- name: sign_up
-- Begins an account; 0, or the seconds to wait.
select seal_auth.sign_up(%(email)s, %(salt)s, %(password_proof)s, %(meta)s, %(locale)s, %(params)s, %(ip)s)

-- name: resend_sign_up
-- Mails a sign-up that waits again; 0, or the seconds to wait.
select seal_auth.resend_sign_up(%(email)s, %(locale)s, %(params)s, %(ip)s)

-- name: resend_email_change
-- Mails the confirmation of a new address again; 0, or the seconds to wait.
select seal_auth.resend_email_change(%(email)s, %(locale)s, %(params)s, %(ip)s)

-- name: recover
-- Mails a link to set another password; 0, or the seconds to wait.
select seal_auth.recover(%(email)s, %(locale)s, %(params)s, %(ip)s)

-- name: magic
-- Mails a link and a code that sign in; 0, or the seconds to wait.
select seal_auth.magic(%(email)s, %(creates)s, %(meta)s, %(locale)s, %(params)s, %(ip)s)

-- name: verify_link
-- Uses the secret of a link up.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.verify_link(%(secret)s, %(kinds)s, %(device)s, %(ip)s, %(user_agent)s)

-- name: try_code
-- Tries the code of the newest mail of these kinds.
select wait, ticket from seal_auth.try_code(%(email)s, %(code)s, %(kinds)s, %(device)s, %(ip)s)

-- name: finish_code
-- Uses a code up, by the ticket of its try.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.finish_code(%(email)s, %(ticket)s, %(device)s, %(ip)s, %(user_agent)s)
