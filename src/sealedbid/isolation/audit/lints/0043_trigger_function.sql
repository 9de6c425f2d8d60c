-- title: Triggers run functions of seal_private
-- level: error
-- scope: sealed
-- They run with the rights of the role that writes.
select format('%%s on %%s', g.tgname, t.name), 'runs ' || g.tgfoid::regprocedure
  from pg_trigger g join our_tables t on t.oid = g.tgrelid
 where not g.tgisinternal
   and g.tgfoid not in (select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                         where n.nspname = 'seal_private')
