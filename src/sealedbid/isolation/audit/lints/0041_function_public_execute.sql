-- title: PUBLIC may call no definer function, and none of our functions
-- level: error
-- scope: any
-- In our own database no function at all; elsewhere no definer function.
select g.object, 'may be called by everybody' || case when f.prosecdef then ', with its owner''s rights' else '' end
  from our_grants g join our_functions f on f.oid = g.oid
 where g.what = 'function' and g.role = 'public' and g.privilege = 'EXECUTE'
   and (f.prosecdef or exists (select from definer_functions))
