-- title: No function with another's rights believes who it is told one is
-- level: error
-- scope: any
-- An argument that is called as an identity, in a function that others may call and that nobody has listed as asking for a proof.
select f.name, 'acts with its owner''s rights for whatever ' || a.argument || ' it is given'
  from our_functions f,
       lateral (select min(n) as argument from unnest(f.proargnames[1:f.pronargs]) n
                 where regexp_replace(n, '^_*(p_|in_|v_)?|_+$', '', 'g') in (%(tenant_column)s, regexp_replace(%(tenant_column)s, '_id$', ''),
                        'user_id', 'uid', 'user', 'account_id', 'member_id', 'owner_id', 'org', 'org_id', 'tenant', 'tenant_id')) a
 where f.prosecdef and a.argument is not null
   and exists (select from our_grants g where g.what = 'function' and g.oid = f.oid)
   and f.name not in (select signature from definer_functions)
