-- title: No setting holds a secret
-- level: error
-- scope: any
select coalesce(r.rolname, 'The database'),
       format('has a secret in %%s, which everybody can read', split_part(c, '=', 1))
  from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) c
 where (s.setdatabase = 0 or s.setdatabase = (select oid from pg_database where datname = current_database()))
   and split_part(c, '=', 1) ~* '(secret|passw|token|(^|[._])key$|_key|private|credential)'
   and split_part(c, '=', 1) !~ '^(ssl|password_encryption)'
