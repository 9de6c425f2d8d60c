-- Views of the catalog for the lints: a statement gets those that it names, and those that these name, which come
-- before them. Everything is found by catalog; objects of extensions are not ours.

-- name: our_schemas
-- Schemas that no extension brought; `schemas` narrows them, and so tables and functions; null means all.
select n.oid, n.nspname as name, n.nspowner as owner, coalesce(n.nspacl, acldefault('n', n.nspowner)) as acl
  from pg_namespace n
 where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
   and (%(schemas)s::text[] is null or n.nspname = any (%(schemas)s::text[]))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')

-- name: our_relations
-- Relations with rows.
select c.oid, c.oid::regclass::text as name, c.relname as short, n.name as schema, c.relkind as kind,
       c.relowner as owner,
       coalesce(c.relacl, acldefault((case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner)) as acl,
       c.relrowsecurity as secured, c.relforcerowsecurity as forced, c.reloptions as options,
       c.relispartition as is_partition
  from pg_class c join our_schemas n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
   and not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')

-- name: our_tables
-- Relations that store their rows themselves.
select * from our_relations where kind in ('r', 'p')

-- name: our_functions
-- Functions of these schemas.
select p.*, p.oid::regprocedure::text as name, n.name as schema, coalesce(p.proacl, acldefault('f', p.proowner)) as acl
  from pg_proc p join our_schemas n on n.oid = p.pronamespace
 where not exists (select from pg_depend d
                    where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')

-- name: our_columns
-- Columns of the tables.
select t.oid, t.name as relation, t.schema, a.attname as name, a.atttypid as type, a.attnotnull as not_null,
       a.attnum as num, a.attacl as acl, t.owner
  from our_tables t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped

-- name: tenant_tables
-- Tables whose rows belong to an organization.
select t.* from our_tables t where exists (select from our_columns c where c.oid = t.oid and c.name = %(tenant_column)s)

-- name: our_policies
-- Policies of the tables, with their expressions as the server prints them.
select t.name as relation, t.oid as table_oid, t.schema, p.polname as name, p.polpermissive as permissive,
       p.polcmd as command, p.oid,
       array(select coalesce(r.rolname::text, 'public') from unnest(p.polroles) u (oid) left join pg_roles r using (oid)
              order by 1) as roles,
       pg_get_expr(p.polqual, p.polrelid) as "using", pg_get_expr(p.polwithcheck, p.polrelid) as "check"
  from pg_policy p join our_tables t on t.oid = p.polrelid

-- name: our_grants
-- Privileges of everybody but the owner; a column is named relation.column.
select g.object, g.oid, g.what, coalesce(r.rolname::text, 'public') as role, g.privilege, g.column, g.grantable
  from (select x.grantee, t.name as object, t.oid, case t.kind when 'S' then 'sequence' else 'table' end as what,
               x.privilege_type as privilege, null::name as column, t.owner, x.is_grantable as grantable
          from our_relations t, aclexplode(t.acl) x
        union all
        select x.grantee, c.relation || '.' || c.name, c.oid, 'column', x.privilege_type, c.name, c.owner,
               x.is_grantable
          from our_columns c, aclexplode(c.acl) x
        union all
        select x.grantee, f.name, f.oid, 'function', x.privilege_type, null, f.proowner, x.is_grantable
          from our_functions f, aclexplode(f.acl) x
        union all
        select x.grantee, s.name, s.oid, 'schema', x.privilege_type, null, s.owner, x.is_grantable
          from our_schemas s, aclexplode(s.acl) x) g
  left join pg_roles r on r.oid = g.grantee
 where g.grantee <> g.owner

-- name: our_pieces
-- Each side of each policy, cut at every OR, with the parentheses that are open before the piece.
select p.oid as policy, e.side, s.n, s.piece,
       sum(regexp_count(s.piece, '\(') - regexp_count(s.piece, '\)')) over before as open
  from our_policies p,
       lateral (values ('using', p.using), ('check', p.check)) e (side, expression),
       lateral (select case when e.expression like '(%%' then e.expression else '(' || e.expression || ')' end)
               b (bracketed),
       lateral regexp_split_to_table(left(b.bracketed, -1), ' OR ') with ordinality s (piece, n)
window before as (partition by p.oid, e.side order by s.n rows between unbounded preceding and 1 preceding)

-- name: our_arms
-- The pieces joined again, except where OR joins at the top; bounded: compares the tenant's column with something.
select a.policy, a.side, a.arm,
       a.arm ~ format('\m%%1$s( =|\)* IN) |= \(?(\w+\.)?%%1$s\M', %(tenant_column)s) as bounded,
       count(*) over (partition by a.policy, a.side) as arms
  from (select policy, side,
               regexp_replace(string_agg(piece, ' OR ' order by n), case when c.arm = 0 then '^\(' else '' end, '')
                   as arm
          from (select *, count(*) filter (where open = 1) over (partition by policy, side order by n) as arm
                  from our_pieces) c
         group by policy, side, c.arm) a

-- name: server_grants
-- Privileges on the server's own objects beyond those of initdb (pg_init_privs); fewer are no fault.
select o.object, x.grantee, x.privilege_type as privilege
  from (select c.oid::regclass::text as object, c.relacl as acl, acldefault('r', c.relowner) as usual,
               'pg_class'::regclass as catalog, c.oid, 0 as column
          from pg_class c where c.relnamespace = 'pg_catalog'::regnamespace and c.oid < 16384
        union all
        select a.attrelid::regclass || '.' || a.attname, a.attacl, acldefault('c', c.relowner), 'pg_class'::regclass,
               a.attrelid, a.attnum
          from pg_attribute a join pg_class c on c.oid = a.attrelid where a.attrelid < 16384 and a.attacl is not null
        union all
        select p.oid::regprocedure::text, p.proacl, acldefault('f', p.proowner), 'pg_proc'::regclass, p.oid, 0
          from pg_proc p where p.pronamespace = 'pg_catalog'::regnamespace and p.oid < 16384 and p.proacl is not null
        union all
        select n.nspname, n.nspacl, acldefault('n', n.nspowner), 'pg_namespace'::regclass, n.oid, 0
          from pg_namespace n where n.nspname in ('pg_catalog', 'information_schema')) o
  left join pg_init_privs i on i.classoid = o.catalog and i.objoid = o.oid and i.objsubid = o.column,
       aclexplode(o.acl) x
 where o.acl is distinct from i.initprivs
   and not exists (select from aclexplode(coalesce(i.initprivs, o.usual)) u
                    where u.grantee in (x.grantee, 0) and u.privilege_type = x.privilege_type)
   and not (o.object = 'information_schema' and x.privilege_type = 'USAGE')
union all
select c.oid::regclass::text, x.grantee, x.privilege_type
  from pg_class c, aclexplode(c.relacl) x
 where c.relnamespace = 'information_schema'::regnamespace and x.grantee <> c.relowner and x.privilege_type <> 'SELECT'

-- name: our_roles
-- The roles of the installation.
select * from pg_roles where rolname ~ '^sb_'

-- name: our_settings
-- Settings of the logins by db/roles/settings.sql, and other values that are harmless.
select * from (values
       ('track_activities', 'off', '^(off|false|no|0)$'), ('log_min_error_statement', 'panic', '^panic$'),
       ('log_min_messages', 'warning', '^(info|notice|warning|error|log|fatal|panic)$'),
       ('log_statement', 'none', '^none$'), ('log_min_duration_statement', '-1', '^-1$'),
       ('log_min_duration_sample', '-1', '^-1$'), ('log_transaction_sample_rate', '0', '^0([.]0*)?$'),
       ('log_parameter_max_length', '0', ''), ('log_parameter_max_length_on_error', '0', '^0$'),
       ('debug_print_parse', 'off', '^(off|false|no|0)$'), ('debug_print_rewritten', 'off', '^(off|false|no|0)$'),
       ('debug_print_plan', 'off', '^(off|false|no|0)$'), ('auto_explain.log_min_duration', '-1', '^-1$'),
       ('pg_stat_statements.track', 'none', '')) s (name, value, harmless)

-- name: our_logins
-- Roles that processes log in as.
select * from our_roles where rolcanlogin

-- name: deviations
-- Deviations from the rules, each with its reason, as the migrations recorded them.
select kind, relation, name, reason from seal.deviations

-- name: definer_functions
-- Definer functions, each with its reason.
select signature, owner, callers, reason from seal.definer_functions

-- name: no_deviations
-- Empty, for a database without our seal.
select null::text as kind, null::text as relation, null::text as name, null::text as reason where false

-- name: no_definer_functions
-- Empty, for a database without our seal.
select null::text as signature, null::text as owner, null::text[] as callers, null::text as reason where false
