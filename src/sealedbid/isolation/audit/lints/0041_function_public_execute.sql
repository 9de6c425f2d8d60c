-- title: Nobody unknown may call anything that matters
-- level: error
-- scope: any
-- In our own database nothing at all; elsewhere what acts with its owner's rights.
select g.object, 'may be called by everybody' || case when f.prosecdef then ', with its owner''s rights' else '' end
  from our_grants g join our_functions f on f.oid = g.oid
 where g.what = 'function' and g.role = 'public' and g.privilege = 'EXECUTE'
   and (f.prosecdef or exists (select from definer_functions))
