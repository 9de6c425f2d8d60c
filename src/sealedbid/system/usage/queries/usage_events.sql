-- name: month
-- Tokens of the open organization's month, and its limit.
select tokens, token_limit from system.month_use()
