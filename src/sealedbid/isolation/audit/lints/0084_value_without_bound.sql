-- title: Every writable value has a bound
-- level: error
-- scope: sealed
-- Types that are bounds themselves are listed; every other type needs a trigger, also a new type.
select a.attrelid::regclass || '.' || quote_ident(a.attname),
       case when b.column_name is null then 'of type ' || format_type(a.atttypid, a.atttypmod) || ' has no bound'
            else 'has a bound that no trigger keeps' end
  from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  join pg_type t on t.oid = a.atttypid
  join pg_type base on base.oid = case t.typtype when 'd' then t.typbasetype else t.oid end
  left join seal.bounds b on b.relation = c.oid::regclass::text and b.column_name = a.attname
 where c.relkind in ('r', 'p')
   and c.relowner in (select r.oid from pg_roles r where r.rolname ~ '^sb_')
   and c.relnamespace::regnamespace::text <> 'seal'         -- its lists are written by migrations alone
   and base.typname not in ('bool', 'uuid', 'int2', 'int4', 'inet', 'bit', 'vector', 'halfvec')
   and not exists (select from pg_constraint k              -- the allowed values
                    where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
                      and pg_get_constraintdef(k.oid) ~ '^CHECK \(\(\w+ = ANY \(ARRAY\[')
   and (b.column_name is null
        or b.is_made and has_column_privilege('sb_tenant', c.oid, a.attnum, 'UPDATE')
        or case when b.is_made then 1 else 2 end             -- one trigger keeps it at an insert, one at an update
         > (select count(distinct d.verb)
                  from pg_trigger g
                  join pg_proc p on p.oid = g.tgfoid,
                       lateral (values (4, true), (16, a.attnum = any (g.tgattr::int2[]))) d (verb, is_meant)
                 where g.tgrelid = c.oid and not g.tgisinternal and g.tgenabled in ('O', 'A')
                   and (g.tgqual is null
                        or pg_get_triggerdef(g.oid)
                           ~ (' WHEN \(\(new\.' || quote_ident(a.attname) || ' IS NOT NULL\)\) '))
                   and g.tgtype & 3 = 3 and g.tgtype & d.verb <> 0 and d.is_meant
                   and p.pronamespace::regnamespace::text = 'seal_private' and p.proname ~ '^bounds_of_'))
