-- name: take_for_accounts
-- Takes permits as the sign-in code; returns how many, and how many are left.
select granted, remaining from seal_auth.take_permits(%(bucket)s, %(limit)s, %(seconds)s, %(want)s)

-- name: take
-- Takes permits as the login of requests; returns how many, and how many are left.
select granted, remaining from seal.take_permits(%(bucket)s, %(limit)s, %(seconds)s, %(want)s)
