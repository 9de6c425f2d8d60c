-- name: providers
-- The providers that are on.
select seal_auth.oauth_providers()

-- name: begin
-- Begins a sign-in by a provider.
select wait, outcome
  from seal_auth.begin_oauth(%(provider)s, %(state_hash)s, %(browser)s, %(challenge)s, %(verifier)s, %(nonce)s,
                             %(redirect_to)s, %(proof)s, %(ip)s)

-- name: show_state
-- Uses a state up.
select outcome, flow, provider, verifier, nonce, redirect_to, is_coded
  from seal_auth.show_state(%(state)s, %(browser)s)

-- name: finish
-- Ends a sign-in by a provider.
select outcome, account, session, counter, mac, address, level, methods
  from seal_auth.finish_oauth(%(state)s, %(browser)s, %(provider)s, %(subject)s, %(address)s, %(is_verified)s,
                              %(name)s, %(code_hash)s, %(device)s, %(ip)s, %(user_agent)s, %(mac)s)

-- name: remove
-- Removes an account at a provider.
select seal_auth.remove_identity(%(proof)s, %(identity)s)
