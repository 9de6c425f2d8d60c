-- title: No cast was added to the server's types
-- level: error
-- scope: any
-- Both types are the server's: such a cast replaces their usual conversion. Otherwise an implicit one.
select format('cast from %%s to %%s', c.castsource::regtype, c.casttarget::regtype),
       case c.castcontext when 'i' then 'is implicit' when 'a' then 'is applied on assignment'
                          else 'converts types of the server' end
       || coalesce(' by ' || nullif(c.castfunc, 0)::regprocedure::text, '')
  from pg_cast c
 where c.oid >= 16384 and (c.castcontext <> 'e' or (c.castsource < 16384 and c.casttarget < 16384))
   and not exists (select from pg_depend d
                    where d.classid = 'pg_cast'::regclass and d.objid = c.oid and d.deptype = 'e')
