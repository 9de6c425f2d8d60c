-- name: extension
-- It is no trusted extension: whoever makes the database has to be let.
create extension if not exists vector with schema public
