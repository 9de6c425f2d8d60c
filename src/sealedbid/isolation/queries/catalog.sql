-- name: tables
-- Tables of these schemas, partitioned ones included; without their partitions and tables of extensions.
select format('%%I.%%I', n.nspname, c.relname) as name, n.nspname as schema, c.relname as relation,
       c.oid::bigint as oid, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
       c.relpersistence = 'u' as unlogged
  from pg_catalog.pg_class c
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where n.nspname = any (%(schemas)s) and c.relkind in ('r', 'p') and not c.relispartition
   and not exists (select from pg_catalog.pg_depend d
                    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
 order by n.nspname, c.relname

-- name: columns
-- Columns in order. A domain appears as the type below it; an enum with its labels.
with recursive base (oid, root) as (
    select t.oid, t.oid from pg_catalog.pg_type t where t.typtype <> 'd'
    union all
    select d.oid, b.root from pg_catalog.pg_type d join base b on b.oid = d.typbasetype where d.typtype = 'd'
)
select a.attrelid::bigint as oid, a.attname as name,
       pg_catalog.format_type(b.root, case when t.typtype = 'd' then t.typtypmod else a.atttypmod end) as type,
       a.attnotnull or t.typnotnull as not_null,
       (a.atthasdef and a.attgenerated = '') or a.attidentity <> '' or t.typdefault is not null as has_default,
       a.attgenerated <> '' or a.attidentity = 'a' as is_generated,
       array(select e.enumlabel::text from pg_catalog.pg_enum e where e.enumtypid = b.root
              order by e.enumsortorder) as labels
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_type t on t.oid = a.atttypid
  join base b on b.oid = a.atttypid
 where a.attrelid = any (%(oids)s::oid[]) and a.attnum > 0 and not a.attisdropped
 order by a.attrelid, a.attnum

-- name: checks
-- Check constraints of tables, and those of domains as constraints over the columns that have the domain.
select c.conrelid::bigint as oid, c.conname as name, pg_catalog.pg_get_constraintdef(c.oid) as definition,
       array(select a.attname::text from pg_catalog.pg_attribute a
              where a.attrelid = c.conrelid and a.attnum = any (c.conkey) order by a.attnum) as columns
  from pg_catalog.pg_constraint c
 where c.contype = 'c' and c.conrelid = any (%(oids)s::oid[])
union all
select a.attrelid::bigint, c.conname, pg_catalog.pg_get_constraintdef(c.oid),
       array_agg(a.attname::text order by a.attnum)
  from pg_catalog.pg_constraint c
  join pg_catalog.pg_attribute a on a.atttypid = c.contypid
 where c.contype = 'c' and a.attrelid = any (%(oids)s::oid[]) and not a.attisdropped
 group by a.attrelid, c.conname, c.oid
 order by 1, 2

-- name: keys
-- Everything that keeps two rows from being alike: primary keys, unique and exclusion constraints, unique indexes. An
-- expression is an empty string.
select i.indrelid::bigint as oid, x.relname as name, i.indisprimary as is_primary,
       array(select coalesce(a.attname::text, '')
               from generate_series(0, i.indnkeyatts - 1) k
               left join pg_catalog.pg_attribute a
                 on a.attrelid = i.indrelid and a.attnum = i.indkey[k] and a.attnum <> 0
              order by k) as columns
  from pg_catalog.pg_index i
  join pg_catalog.pg_class x on x.oid = i.indexrelid
 where i.indrelid = any (%(oids)s::oid[]) and (i.indisunique or i.indisexclusion)
 order by 1, i.indisprimary desc, 2

-- name: foreign_keys
-- Foreign keys, their columns in pairs.
select c.conrelid::bigint as oid, c.conname as name,
       (select format('%%I.%%I', n.nspname, p.relname) from pg_catalog.pg_class p
          join pg_catalog.pg_namespace n on n.oid = p.relnamespace where p.oid = c.confrelid) as parent,
       array(select a.attname::text from unnest(c.conkey) with ordinality k (num, place)
               join pg_catalog.pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.num
              order by k.place) as columns,
       array(select a.attname::text from unnest(c.confkey) with ordinality k (num, place)
               join pg_catalog.pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.num order by k.place)
           as parent_columns
  from pg_catalog.pg_constraint c
 where c.contype = 'f' and c.conrelid = any (%(oids)s::oid[]) and c.conparentid = 0
 order by 1, 2

-- name: policies
-- Policies: the verb is SELECT, INSERT, UPDATE, DELETE or ALL; the role public means everybody.
select p.polrelid::bigint as oid, p.polname as name, p.polpermissive as permissive,
       case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE'
                     else 'ALL' end as verb,
       array(select coalesce(r.rolname::text, 'public') from unnest(p.polroles) u (oid)
               left join pg_catalog.pg_roles r on r.oid = u.oid order by 1) as roles,
       pg_catalog.pg_get_expr(p.polqual, p.polrelid) as "using",
       pg_catalog.pg_get_expr(p.polwithcheck, p.polrelid) as "check"
  from pg_catalog.pg_policy p
 where p.polrelid = any (%(oids)s::oid[])
 order by 1, 2

-- name: grants
-- Privileges of everybody but the owner, on the table (column is null) or on one column.
select c.oid::bigint as oid, coalesce(r.rolname::text, 'public') as role, g.privilege_type as verb, g.column
  from pg_catalog.pg_class c
 cross join lateral (
        select x.grantee, x.privilege_type, null::text as column from aclexplode(c.relacl) x
        union all
        select x.grantee, x.privilege_type, a.attname::text
          from pg_catalog.pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid and not a.attisdropped) g
  left join pg_catalog.pg_roles r on r.oid = g.grantee
 where c.oid = any (%(oids)s::oid[]) and g.grantee <> c.relowner
 order by 1, 2, 3, 4
