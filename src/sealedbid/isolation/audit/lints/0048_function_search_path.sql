-- title: Every function pins its search_path
-- level: error
-- scope: sealed
-- Also one that acts with its caller's rights: it runs in sessions whose path an injected statement may have set.
select f.name, 'has no pinned search_path'
  from our_functions f
 where not coalesce(f.proconfig @> array['search_path=pg_catalog, pg_temp'], false)
   and (f.prosecdef or f.prosqlbody is null)
