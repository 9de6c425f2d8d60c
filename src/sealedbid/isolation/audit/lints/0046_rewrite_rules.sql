-- title: No table has a rewrite rule
-- level: error
-- scope: any
select t.name, 'rewrites what is written to it: ' || r.rulename
  from pg_rewrite r join our_tables t on t.oid = r.ev_class
