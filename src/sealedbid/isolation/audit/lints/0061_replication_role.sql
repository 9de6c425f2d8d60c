-- title: Only superusers replicate, and there is no logical slot
-- level: warning
-- scope: any
select r.rolname, 'may read every change of every table, and is no superuser'
  from pg_roles r
 where r.rolreplication and not r.rolsuper
union all
select s.slot_name, 'is a slot in which changes of ' || s.database || ' wait to be read'
  from pg_replication_slots s
 where s.slot_type = 'logical' and s.database = current_database()
