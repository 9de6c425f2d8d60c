-- Grants that only a superuser can give; run at every start, because it changes nothing that is right.

-- The vector extension is not a trusted one: its owner must be a superuser.
create extension if not exists vector;

-- The seal checks that nothing was left in a session, and the owner creates the seal.
grant execute on function pg_catalog.pg_prepared_statement(), pg_catalog.pg_cursor() to sealedbid with grant option;
