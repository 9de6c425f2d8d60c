-- name: enroll
-- Begins an authenticator app; its secret.
select outcome, secret from seal_auth.enroll_totp(%(proof)s, %(factor)s, %(name)s, %(pad)s)

-- name: challenge
-- Begins the second step.
select id, expires_at from seal_auth.challenge_factor(%(proof)s, %(factor)s)

-- name: attempt
-- Tries a code.
select wait, ticket from seal_auth.try_factor(%(proof)s, %(factor)s, %(challenge)s, %(code)s, %(pad)s)

-- name: finish
-- Ends the second step.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.finish_factor(%(proof)s, %(challenge)s, %(ticket)s)

-- name: remove
-- Removes a factor.
select seal_auth.remove_factor(%(proof)s, %(factor)s)

-- name: oldest_pad
-- The oldest factor that is asked for, and the sha256 of its pad.
select factor, pad_proof from seal_auth.oldest_pad()
