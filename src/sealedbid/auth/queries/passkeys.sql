-- name: begin
-- Begins a passkey of a person.
select outcome, id, challenge, expires_at, account, address, known
  from seal_auth.begin_passkey(%(proof)s, %(origin)s, %(rp_id)s)

-- name: add
-- Adds the passkey that answers a challenge.
select outcome, id, friendly_name, created_at
  from seal_auth.add_passkey(%(proof)s, %(challenge)s, %(credential)s, %(algorithm)s, %(key)s, %(exponent)s, %(data)s,
                             %(client)s, %(transports)s, %(name)s)

-- name: challenge
-- Begins to sign in; the same for everybody.
select wait, id, challenge, expires_at from seal_auth.challenge_passkey(%(origin)s, %(rp_id)s, %(ip)s)

-- name: finish
-- Signs in by what a device signed.
select outcome, wait, account, session, counter, mac, address, level, methods
  from seal_auth.finish_passkey(%(challenge)s, %(credential)s, %(handle)s, %(data)s, %(client)s, %(signature)s,
                                %(device)s, %(ip)s, %(user_agent)s)

-- name: own
-- A person's own passkeys.
select id, friendly_name, created_at, last_used_at, transports, is_synced from seal_auth.own_passkeys(%(proof)s)

-- name: rename
-- Gives a passkey another name.
select id, friendly_name, created_at, last_used_at, transports, is_synced
  from seal_auth.rename_passkey(%(proof)s, %(passkey)s, %(name)s)
 where id is not null

-- name: remove
-- Removes a passkey.
select seal_auth.remove_passkey(%(proof)s, %(passkey)s)
