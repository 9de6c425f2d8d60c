-- name: refresh
-- Exchanges a refresh token.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.refresh(%(session)s, %(counter)s, %(mac)s)

-- name: register
-- Registers the proof of an access token or a cookie; when it expires.
select seal_auth.register(%(session)s, %(counter)s, %(mac)s, %(proof)s, %(is_cookie)s)

-- name: own
-- The person's own sessions.
select id, created_at, refreshed_at, ends_at, ip, user_agent, level, is_own from seal_auth.own_sessions(%(proof)s)

-- name: end_own
-- Ends one of the person's own sessions; false if there is none.
select seal_auth.end_own_session(%(proof)s, %(session)s)

-- name: sign_out
-- Signs out by scope.
select seal_auth.sign_out(%(proof)s, %(scope)s)

-- name: prolong
-- Lets a cookie last on; when it expires.
select seal_auth.prolong(%(proof)s)

-- name: renew
-- Puts a new proof in the place of one; when it expires.
select seal_auth.renew(%(proof)s, %(new)s)
