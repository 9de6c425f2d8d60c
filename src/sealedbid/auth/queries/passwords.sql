-- name: begin
-- Counts a try; the salt to derive with, or the seconds to wait.
select wait, salt from seal_auth.begin_password(%(email)s, %(device)s, %(ip)s)

-- name: finish
-- Signs in by what was derived.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.finish_password(%(email)s, %(derived)s, %(device)s, %(ip)s, %(user_agent)s)

-- name: begin_own
-- Counts a try at one's own password; the salt, or the seconds to wait.
select wait, salt from seal_auth.begin_own_password(%(proof)s, %(ip)s)

-- name: try_code
-- Tries a code of reauthenticating; a ticket.
select seal_auth.try_own_code(%(proof)s, %(code)s)

-- name: change
-- Sets another password: changed, refused, or asked.
select seal_auth.change_password(%(proof)s, %(derived)s, %(ticket)s, %(salt)s, %(password_proof)s)
