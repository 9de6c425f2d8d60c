-- What the database needs that only a superuser can give, once; run at every start, because it changes nothing that is right.

-- The vector extension is not a trusted one: its owner must be a superuser.
create extension if not exists vector;

-- The seal asks whether anything was left in a session, and it is the owner who makes the seal.
grant execute on function pg_catalog.pg_prepared_statement(), pg_catalog.pg_cursor() to sealedbid with grant option;
