-- name: claim
-- Claims a key, or returns what is kept under it.
select is_new, is_same, status, location, body from system.claim_key(%(key)s, %(request)s)

-- name: keep
-- Keeps the answer of the request that has claimed the key.
select system.keep_answer(%(key)s, %(status)s, %(location)s, %(body)s)
