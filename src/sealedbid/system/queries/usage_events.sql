-- name: record
-- Appends to the use of the open organisation.
select system.record_usage(%(kind)s, %(quantity)s, %(tokens)s, %(cost_micros)s)
