-- title: Our roles create nothing at run time
-- level: error
-- scope: sealed
select r.rolname, 'may create objects in ' || s.name
  from our_roles r, our_schemas s
 where has_schema_privilege(r.oid, s.oid, 'create')
union all
select r.rolname, 'may create objects in the database'
  from our_roles r
 where has_database_privilege(r.oid, current_database(), 'create')
    or has_database_privilege(r.oid, current_database(), 'temporary')
