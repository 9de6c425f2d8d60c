-- name: views
-- What the queries build on. Everything is found by catalog; what an extension brought is not ours.
set search_path = pg_catalog, pg_temp;
create temp view our_schemas as
    select oid, nspname as name, nspowner as owner, nspacl as acl from pg_namespace
     where nspname !~ '^pg_' and nspname not in ('information_schema', 'dbmate');
create temp view our_relations as
    select c.oid, c.oid::regclass::text as name, c.relname as short, n.name as schema, c.relkind as kind, c.relowner as owner,
           c.relacl as acl, c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.reloptions as options
      from pg_class c join our_schemas n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e');
create temp view our_tables as select * from our_relations where kind in ('r', 'p');
create temp view our_functions as
    select p.*, p.oid::regprocedure::text as name, n.name as schema, coalesce(p.proacl, acldefault('f', p.proowner)) as acl
      from pg_proc p join our_schemas n on n.oid = p.pronamespace
     where not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e');
create temp view our_columns as
    select t.oid, t.name as relation, t.schema, a.attname as name, a.atttypid as type, a.attnotnull as not_null, a.attnum as num,
           a.attacl as acl, t.owner
      from our_tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped;
-- tables that belong to an organisation, row by row
create temp view tenant_tables as
    select t.* from our_tables t where exists (select from our_columns c where c.oid = t.oid and c.name = 'org_id');
create temp view our_policies as
    select t.name as relation, t.schema, p.polname as name, p.polpermissive as permissive, p.polcmd as command, p.oid,
           array(select coalesce(r.rolname::text, 'public') from unnest(p.polroles) u (oid) left join pg_roles r using (oid)
                  order by 1) as roles,
           pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as "check"
      from pg_policy p join our_tables t on t.oid = p.polrelid;
-- privileges of everybody but the owner; a column's stands as relation.column
create temp view our_grants as
    select g.object, g.what, coalesce(r.rolname::text, 'public') as role, g.privilege, g.column
      from (select x.grantee, t.name as object, case t.kind when 'S' then 'sequence' else 'table' end as what,
                   x.privilege_type as privilege, null::name as column, t.owner
              from our_relations t, aclexplode(t.acl) x
            union all
            select x.grantee, c.relation || '.' || c.name, 'column', x.privilege_type, c.name, c.owner
              from our_columns c, aclexplode(c.acl) x
            union all
            select x.grantee, f.name, 'function', x.privilege_type, null, f.proowner
              from our_functions f, aclexplode(f.acl) x
            union all
            select x.grantee, s.name, 'schema', x.privilege_type, null, s.owner from our_schemas s, aclexplode(s.acl) x) g
      left join pg_roles r on r.oid = g.grantee
     where g.grantee <> g.owner;
create temp view our_roles as
    select * from pg_roles where rolname ~ '^sb_';
create temp view our_logins as select * from our_roles where rolcanlogin;
