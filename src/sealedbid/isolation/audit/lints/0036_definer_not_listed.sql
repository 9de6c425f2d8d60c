-- title: SECURITY DEFINER functions match the list
-- level: error
-- scope: sealed
-- The list and the database agree, both ways: on the function, its owner and its callers.
select coalesce(f.name, l.signature), x.fault
  from (select f.*, f.proowner::regrole::text as owner,
               array(select coalesce(r.rolname::text, 'public')
                       from aclexplode(f.acl) a left join pg_roles r on r.oid = a.grantee
                      where a.grantee <> f.proowner order by 1) as callers
          from our_functions f where f.prosecdef) f
  full join definer_functions l on l.signature = f.name,
       lateral (values (l.signature is null, 'is SECURITY DEFINER and is not listed'),
                       (f.name is null and (%(schemas)s::text[] is null
                                            or split_part(l.signature, '.', 1) = any (%(schemas)s::text[])),
                        case when l.signature in (select o.name from our_functions o)
                             then 'is listed and is SECURITY INVOKER'
                             else 'is listed and does not exist' end),
                       (f.owner <> l.owner, format('belongs to %%s, and to %%s by the list', f.owner, l.owner)),
                       (l.signature is not null and f.callers <> array(select c from unnest(l.callers) c order by 1),
                        format('is called by %%s, and by the list by %%s',
                               coalesce(nullif(array_to_string(f.callers, ', '), ''), 'nobody'),
                               coalesce(nullif(array_to_string(array(select c from unnest(l.callers) c order by 1),
                                                               ', '), ''), 'nobody'))))
       x (wrong, fault)
 where x.wrong
