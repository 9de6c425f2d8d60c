-- name: published
-- The keys that are published, sealed, the newest first.
select kid, sealed, signs_from, ends_at from seal_auth.signing_keys()

-- name: add
-- Adds a key after the newest; false if that is not it.
select seal_auth.add_signing_key(%(kid)s, %(sealed)s, %(last)s)
