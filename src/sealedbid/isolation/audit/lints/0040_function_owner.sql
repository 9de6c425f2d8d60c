-- title: No login owns a function
-- level: error
-- scope: sealed
select f.name, x.fault
  from our_functions f,
       lateral (values (f.proowner in (select oid from our_logins) or f.proowner = 'sb_tenant'::regrole,
                        'belongs to ' || f.proowner::regrole || ', which runs statements of tenants'),
                       (f.prosecdef and f.proowner not in (select oid from our_roles),
                        'is SECURITY DEFINER and belongs to ' || f.proowner::regrole
                        || ', which is no role of ours')) x (wrong, fault)
 where x.wrong
