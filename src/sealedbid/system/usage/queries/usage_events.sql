-- name: month
-- Tokens and money of the open organization's month, and its limit.
select tokens, cost_micros, token_limit from system.month_use()
