-- title: SECURITY DEFINER functions pin their search_path
-- level: error
-- scope: any
-- A body of the SQL standard's kind is resolved when it is made.
select f.name, case when path.setting is null then 'is SECURITY DEFINER and takes its search_path from the caller'
                    else 'is SECURITY DEFINER and looks names up in ' || path.setting end
  from our_functions f,
       lateral (select (select split_part(c, '=', 2) from unnest(f.proconfig) c
                         where c like 'search\_path=%%')) path (setting)
 where f.prosecdef and f.prosqlbody is null
   and (path.setting is null or path.setting ~ '\$user'
        or exists (select from our_schemas s, aclexplode(s.acl) a
                    where a.privilege_type = 'CREATE' and a.grantee <> s.owner
                      and s.name = any (string_to_array(replace(replace(path.setting, '"', ''), ' ', ''), ','))))
