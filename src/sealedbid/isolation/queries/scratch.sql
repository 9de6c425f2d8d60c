-- The steps of a copy: each block returns statements in the order in which they run. Names are printed qualified, for
-- search_path is pg_catalog. Objects of an extension come with the extension.

-- name: parts
-- Our objects: the schemas that our roles reach and whose owner we can be, with their content. Schemas of other
-- products are not copied.
with mine as (
    select r.oid from pg_roles r where pg_has_role(r.oid, 'member')
), reached as (
    select n.oid, n.nspname, n.nspowner, n.nspacl from pg_namespace n
     where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
       and not exists (select from pg_depend d
                        where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
       and (n.nspname = 'public'
            or exists (select from pg_class c
                        where c.relnamespace = n.oid
                          and c.relowner in (select oid from pg_roles where rolname ~ '^sb_'))
            or exists (select from pg_roles r where r.rolname ~ '^sb_' and has_schema_privilege(r.oid, n.oid, 'usage')))
), names as (
    select * from reached where nspname = 'public' or nspowner in (select oid from mine)
), places as (
    -- foreign schemas with an extension that ours use
    select * from names union
    select * from reached r where exists (select from pg_extension e where e.extnamespace = r.oid)
), relations as (
    select c.* from pg_class c join names n on n.oid = c.relnamespace
     where c.relkind in ('r', 'v', 'm')
       and not exists (select from pg_depend d
                        where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
), tables as (
    select * from relations where relkind = 'r'
), functions as (
    select p.* from pg_proc p join names n on n.oid = p.pronamespace
     where p.prokind in ('f', 'p')
       and not exists (select from pg_depend d
                        where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
), owned (kind, name, schema, owner) as (
    select case relkind when 'r' then 'table' when 'v' then 'view' else 'materialized view' end, oid::regclass::text,
           relnamespace::regnamespace::name, relowner::regrole::name from relations
    union all
    select 'function', oid::regprocedure::text, pronamespace::regnamespace::name, proowner::regrole::name from functions
), acls (kind, name, owner, col, acl) as (
    select 'table', oid::regclass::text, relowner::regrole::name, null::name, relacl from relations
     where relacl is not null
    union all
    select 'table', a.attrelid::regclass::text, r.relowner::regrole::name, a.attname, a.attacl
      from relations r join pg_attribute a on a.attrelid = r.oid and a.attacl is not null and not a.attisdropped
    union all
    select 'function', oid::regprocedure::text, proowner::regrole::name, null, proacl from functions
     where proacl is not null
    union all
    select 'schema', quote_ident(nspname), nspowner::regrole::name, null, coalesce(nspacl, acldefault('n', nspowner))
      from places
)

-- name: unsupported
-- Objects that this copy cannot create: reported rather than left out.
select format('%s %s', k.kind, c.oid::regclass)
  from pg_class c join names n on n.oid = c.relnamespace
  join (values ('p', 'partitioned table'), ('f', 'foreign table'), ('S', 'sequence'), ('c', 'composite type'))
       k (relkind, kind)
    on k.relkind = c.relkind::text
 where not exists (select from pg_depend d
                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
union all
select format('type %s', t.oid::regtype)
  from pg_type t join names n on n.oid = t.typnamespace
 where t.typtype in ('e', 'd', 'r')
   and not exists (select from pg_depend d
                    where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
union all
select format('child table %s', i.inhrelid::regclass)
  from pg_inherits i join relations c on c.oid = i.inhrelid
 where c.relkind = 'r'

-- name: beside
-- Schemas that are not copied.
select n.nspname::text from pg_namespace n
 where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'dbmate')
   and n.oid not in (select oid from names)
 order by 1

-- name: schemas
select format('create schema if not exists %I', n.nspname)
  from places n where n.nspname <> 'public'

-- name: extensions
select format('create extension if not exists %I with schema %s', e.extname, e.extnamespace::regnamespace)
  from pg_extension e where e.extnamespace in (select oid from places)

-- name: functions
-- Functions with a table in their arguments, or resolved at creation, come after the tables.
select pg_get_functiondef(p.oid)
  from functions p,
       -- one that computes a column is resolved before its table
       lateral (select p.prosqlbody is not null
                       and not exists (select from pg_depend d
                                        where d.classid = 'pg_attrdef'::regclass
                                          and d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid)
                       or exists (select from pg_type t
                                   where t.oid = any (array[p.prorettype] || p.proargtypes::oid[]
                                                      || coalesce(p.proallargtypes, '{}'))
                                     and (t.typrelid <> 0
                                          or exists (select from pg_type e
                                                      where e.oid = t.typelem and e.typrelid <> 0)))
                       as late) l
 where l.late = %(late)s
 order by p.oid

-- name: tables
select format('create %stable %s (%s)%s', case t.relpersistence when 'u' then 'unlogged ' else '' end, t.oid::regclass,
              string_agg(format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                                case when a.attcollation <> y.typcollation
                                     then ' collate ' || a.attcollation::regcollation end,
                                case when a.attgenerated <> ''
                                     then format(' generated always as (%s) stored', pg_get_expr(d.adbin, d.adrelid))
                                     else '' end
                                || case when a.attnotnull then ' not null' else '' end), ', ' order by a.attnum),
              ' with (' || nullif(array_to_string(t.reloptions, ', '), '') || ')')
  from tables t
  join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  join pg_type y on y.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum
 group by t.oid, t.relpersistence, t.reloptions order by t.oid

-- name: defaults
select format('alter table %s alter column %I set default %s', t.oid::regclass, a.attname,
              pg_get_expr(d.adbin, d.adrelid))
  from tables t join pg_attribute a on a.attrelid = t.oid and a.attgenerated = '' and not a.attisdropped
  join pg_attrdef d on d.adrelid = t.oid and d.adnum = a.attnum

-- name: constraints
-- Keys before foreign keys.
select format('alter table %s add constraint %I %s', t.oid::regclass, c.conname, pg_get_constraintdef(c.oid))
  from tables t join pg_constraint c on c.conrelid = t.oid
 where c.contype in ('p', 'u', 'x', 'c', 'f') and c.conislocal
 order by c.contype = 'f', c.contype <> 'p', c.oid

-- name: indexes
select pg_get_indexdef(i.indexrelid)
  from tables t join pg_index i on i.indrelid = t.oid
 where not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))

-- name: views
select format('create %s %s%s as %s', case c.relkind when 'm' then 'materialized view' else 'view' end, c.oid::regclass,
              ' with (' || nullif(array_to_string(c.reloptions, ', '), '') || ')', pg_get_viewdef(c.oid))
  from relations c where c.relkind in ('v', 'm')
 order by c.oid

-- name: guards
-- Row-level security, its policies, triggers and their states.
select format('alter table %s %s row level security', t.oid::regclass, w.word)
  from tables t, lateral (values (t.relrowsecurity, 'enable'), (t.relforcerowsecurity, 'force')) w (wanted, word)
 where w.wanted
union all
select format('create policy %I on %s as %s for %s to %s%s%s', p.polname, t.oid::regclass,
              case when p.polpermissive then 'permissive' else 'restrictive' end,
              case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update'
                            when 'd' then 'delete' else 'all' end,
              (select string_agg(case u.oid when 0 then 'public' else quote_ident(r.rolname) end, ', ')
                 from unnest(p.polroles) u (oid) left join pg_roles r using (oid)),
              ' using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
              ' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
  from tables t join pg_policy p on p.polrelid = t.oid
union all
select pg_get_triggerdef(g.oid) from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal
union all
select format('alter table %s %s trigger %I', t.oid::regclass,
              case g.tgenabled when 'D' then 'disable' when 'R' then 'enable replica'
                               when 'A' then 'enable always' end, g.tgname)
  from tables t join pg_trigger g on g.tgrelid = t.oid where not g.tgisinternal and g.tgenabled <> 'O'

-- name: owners
-- The future owner may create in the schema until `privileges` revokes it.
select format('grant usage, create on schema %I to %I', o.schema, o.owner)
  from owned o group by o.schema, o.owner
union all
select format('alter %s %s owner to %I', o.kind, o.name, o.owner) from owned o

-- name: privileges
-- Exactly the listed privileges: first those of everybody and the owner are revoked, then each is granted.
select s.statement
  from acls a,
       lateral (select 0 as step, format('revoke all on %s %s from public, %I', a.kind, a.name, a.owner) as statement
                union all
                select 0, format('revoke all on %s %s from %I', a.kind, a.name, r.rolname) from pg_roles r
                 where a.kind = 'schema' and r.rolname ~ '^sb_'
                union all
                select 1, format('grant %s%s on %s %s to %s%s', x.privilege_type, '(' || quote_ident(a.col) || ')',
                                 a.kind, a.name, coalesce(quote_ident(r.rolname), 'public'), case
                                     when x.is_grantable then ' with grant option' end)
                  from aclexplode(a.acl) x left join pg_roles r on r.oid = x.grantee) s
 where a.col is null or s.step = 1
 order by a.kind = 'schema', a.col is not null, a.name, s.step

-- name: lists
-- The seal's lists of itself.
select format('insert into seal.%I select * from jsonb_populate_recordset(null::seal.%I, %L)', l.name, l.name, l.rows)
  from (select 'definer_functions', jsonb_agg(to_jsonb(t)) from seal.definer_functions t
        union all
        select 'deviations', jsonb_agg(to_jsonb(t)) from seal.deviations t
        union all
        select 'bounds', jsonb_agg(to_jsonb(t)) from seal.bounds t
        union all
        select 'noted', jsonb_agg(to_jsonb(t)) from seal.noted t) l (name, rows)

-- name: default_privileges
-- For all schemas: instead of PostgreSQL's own. For one schema: in addition.
select s.statement
  from pg_default_acl d
  join (values ('r'::"char", 'tables'), ('S', 'sequences'), ('f', 'functions'), ('T', 'types'), ('n', 'schemas'))
       k (kind, word)
    on k.kind = d.defaclobjtype
  left join names n on n.oid = d.defaclnamespace,
       lateral (select format('alter default privileges for role %s%s', d.defaclrole::regrole,
                              ' in schema ' || quote_ident(n.nspname)) as head) h,
       lateral (select 0 as step, format('%s revoke all on %s from public', h.head, k.word) as statement
                 where n.oid is null
                union all
                select 0, format('%s revoke all on %s from %s', h.head, k.word, d.defaclrole::regrole)
                 where n.oid is null
                union all
                select 1, format('%s grant %s on %s to %s%s', h.head, x.privilege_type, k.word,
                                 coalesce(quote_ident(r.rolname), 'public'),
                                 case when x.is_grantable then ' with grant option' end)
                  from aclexplode(d.defaclacl) x left join pg_roles r on r.oid = x.grantee) s
 where d.defaclrole in (select oid from mine) and (d.defaclnamespace = 0 or n.oid is not null)
 order by d.oid, s.step

-- name: comments
select format('comment on %s is %L', x.what, x.said)
  from (select case relkind when 'r' then 'table ' when 'v' then 'view ' else 'materialized view ' end
               || oid::regclass as what,
               obj_description(oid, 'pg_class') as said from relations
        union all
        select 'function ' || oid::regprocedure, obj_description(oid, 'pg_proc') from functions
        union all
        select format('policy %I on %s', p.polname, t.oid::regclass), obj_description(p.oid, 'pg_policy')
          from pg_policy p join tables t on t.oid = p.polrelid) x
 where x.said is not null
