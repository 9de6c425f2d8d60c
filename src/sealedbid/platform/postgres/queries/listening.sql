-- name: backend
-- The id of the backend that answers.
select pg_backend_pid()
