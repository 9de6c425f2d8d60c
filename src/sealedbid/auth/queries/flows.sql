-- name: verify
-- Uses the secret of a link up, if its mail belongs to a flow.
select outcome, redirect_to from seal_auth.verify_in_flow(%(secret)s, %(kinds)s, %(browser)s, %(code_hash)s)

-- name: exchange
-- Signs in by a code and its verifier.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.exchange_code(%(code)s, %(verifier)s, %(device)s, %(ip)s, %(user_agent)s)
