-- name: renew
-- Makes ten codes.
select outcome, codes from seal_auth.new_recovery_codes(%(proof)s)

-- name: left
-- The number of codes that are left.
select remaining, made_at from seal_auth.recovery_codes(%(proof)s)

-- name: use
-- Ends the second step with a code.
select wait, outcome, account, session, counter, mac, address, level, methods
  from seal_auth.use_recovery_code(%(proof)s, %(code)s)
