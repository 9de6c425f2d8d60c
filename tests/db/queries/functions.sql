-- name: definers
-- The list and the database agree, both ways: the function, its owner, who may call it.
select format('%s: %s', coalesce(f.name, l.signature), x.fault)
  from (select f.*, f.proowner::regrole::text as owner,
               array(select coalesce(r.rolname::text, 'public') from aclexplode(f.acl) a left join pg_roles r on r.oid = a.grantee
                      where a.grantee <> f.proowner order by 1) as callers
          from our_functions f where f.prosecdef) f
  full join seal.definer_functions l on l.signature = f.name,
       lateral (values (l.signature is null, 'is not listed'), (f.name is null, 'is listed and not there'),
                       (f.owner <> l.owner, 'belongs to somebody else'),
                       (f.callers <> array(select c from unnest(l.callers) c order by 1), 'is called by others')) x (wrong, fault)
 where x.wrong

-- name: unpinned
-- A body of the SQL standard's kind is resolved when it is made; any other resolves its names when it runs.
select f.name || ' has no pinned search_path' from our_functions f
 where not coalesce(f.proconfig @> array['search_path=pg_catalog, pg_temp'], false) and (f.prosecdef or f.prosqlbody is null)

-- name: untrusted
select format('%s %s', f.name, x.fault)
  from our_functions f,
       lateral (values (f.proleakproof, 'is leakproof'), (f.proowner in (select oid from our_logins), 'belongs to a login'),
                       (f.prosecdef and f.proowner not in (select oid from our_roles), 'has rights that are none of ours'),
                       (f.prolang not in (select oid from pg_language where lanname in ('sql', 'plpgsql')),
                        'is in another language')) x (wrong, fault)
 where x.wrong

-- name: open_to_all
select format('%s may execute %s', g.role, g.object) from our_grants g
 where g.what = 'function' and g.role in ('public', 'anon', 'authenticated', 'service_role')

-- name: without_comment
select f.name || ' has no comment' from our_functions f
 where coalesce(obj_description(f.oid, 'pg_proc'), '') = ''

-- name: foreign_triggers
-- Triggers and column defaults run with the rights of who writes; their functions are ours, or the server's.
select format('%s on %s runs %s', g.tgname, t.name, g.tgfoid::regprocedure)
  from pg_trigger g join our_tables t on t.oid = g.tgrelid
 where not g.tgisinternal
   and (g.tgfoid not in (select oid from our_functions where schema = 'seal_private') or g.tgenabled <> 'O')
