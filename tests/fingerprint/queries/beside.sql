-- name: objects
-- What prove's fingerprint leaves to the server: roles, the database, extensions, types, and how columns are stored.
select 'role' as kind, r.rolname::text as name,
       concat_ws(' ', r.rolsuper, r.rolinherit, r.rolcreaterole, r.rolcreatedb, r.rolcanlogin, r.rolreplication, r.rolbypassrls,
                 r.rolconnlimit) as text
  from pg_roles r where r.rolname ~ '^sb_'
union all
select 'role membership', concat_ws(' ', m.member::regrole, 'in', m.roleid::regrole, 'by', m.grantor::regrole),
       concat_ws(' ', m.admin_option, m.inherit_option, m.set_option)
  from pg_auth_members m
 where m.roleid in (select oid from pg_roles where rolname ~ '^sb_') or m.member in (select oid from pg_roles where rolname ~ '^sb_')
union all
select 'role setting', concat_ws(' ', coalesce(r.rolname, 'all roles'), case when s.setdatabase = 0 then 'everywhere' else 'here' end, x.setting), ''
  from pg_db_role_setting s left join pg_roles r on r.oid = s.setrole, unnest(s.setconfig) x (setting)
 where s.setdatabase in (0, (select d.oid from pg_database d where d.datname = current_database()))
   and (s.setrole = 0 or r.rolname ~ '^sb_')
union all
select 'database', 'privileges', coalesce((select string_agg(x::text, ' ' order by x::text) from unnest(d.datacl) x), '')
  from pg_database d where d.datname = current_database()
union all
select 'installed extension', e.extname::text, concat_ws(' ', e.extversion, e.extnamespace::regnamespace) from pg_extension e
union all
select 'type', t.oid::regtype::text, concat_ws(' ', t.typtype, t.typowner::regrole, t.typbasetype::regtype, t.typdefault)
  from pg_type t join pg_namespace n on n.oid = t.typnamespace
 where t.typtype in ('e', 'd', 'r', 'm') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
   and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
union all
select 'sequence', c.oid::regclass::text, concat_ws(' ', c.relowner::regrole, s.seqtypid::regtype, s.seqstart, s.seqincrement)
  from pg_sequence s join pg_class c on c.oid = s.seqrelid
union all
select 'storage', a.attrelid::regclass || '.' || a.attname,
       concat_ws(' ', a.attstorage, a.attcompression, a.attstattarget, a.attoptions, a.attislocal, a.attinhcount)
  from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
 where a.attnum > 0 and not a.attisdropped and c.relowner in (select oid from pg_roles where rolname ~ '^sb_')
union all
select 'parameter', p.parname, (select string_agg(x::text, ' ' order by x::text) from unnest(p.paracl) x) from pg_parameter_acl p

-- name: tables
-- Tables of which the rows are compared, in the order of their names.
select c.oid::regclass::text, quote_ident(n.nspname) || '.' || quote_ident(c.relname)
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
 where c.relkind = 'r' and c.relowner in (select oid from pg_roles where rolname ~ '^sb_') order by 1

-- name: notes_hold
-- How many objects are not as seal.noted has them.
select count(*) from seal.differences()
