-- name: backend
-- Who answers.
select pg_backend_pid()
