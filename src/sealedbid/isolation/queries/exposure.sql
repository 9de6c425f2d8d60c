-- name: tables
-- Every table of tenants, with its key, and this login's privileges on its columns.
select c.relname::text as name,
       (select array_agg(a.attname::text order by k.position)
          from pg_catalog.pg_index i, unnest(i.indkey) with ordinality as k (attnum, position)
          join pg_catalog.pg_attribute a on a.attnum = k.attnum
         where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid) as key,
       array(select a.attname::text from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and pg_catalog.has_column_privilege(c.oid, a.attnum, 'select') order by a.attnum) as readable,
       array(select a.attname::text from pg_catalog.pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                and pg_catalog.has_column_privilege(c.oid, a.attnum, 'update') order by a.attnum) as updatable,
       exists (select from pg_catalog.pg_attribute a
                where a.attrelid = c.oid and a.attname = 'org_id') as has_org
  from pg_catalog.pg_class c
 where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
   and pg_catalog.has_any_column_privilege(c.oid, 'select')
 order by c.relname
