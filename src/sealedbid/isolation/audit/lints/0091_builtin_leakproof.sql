-- title: No function of the server was marked LEAKPROOF
-- level: error
-- scope: any
-- The first transaction wrote the server's own rows; alter function writes a row again.
select p.oid::regprocedure::text, 'was marked leakproof after the server was made'
  from pg_proc p
 where p.oid < 16384 and p.proleakproof and p.xmin::text <> '1'
