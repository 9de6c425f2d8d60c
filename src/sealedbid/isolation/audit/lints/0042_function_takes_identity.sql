-- title: SECURITY DEFINER functions take no identity as an argument
-- level: error
-- scope: any
-- An argument named like an identity, in a function with callers that is not listed as one that takes a proof.
select f.name, 'is SECURITY DEFINER and takes ' || a.argument || ' as an argument'
  from our_functions f,
       lateral (select min(n) as argument from unnest(f.proargnames[1:f.pronargs]) n
                 where regexp_replace(n, '^_*(p_|in_|v_)?|_+$', '', 'g') in (
                        %(tenant_column)s, regexp_replace(%(tenant_column)s, '_id$', ''),
                        'user_id', 'uid', 'user', 'account_id', 'member_id', 'owner_id', 'org', 'org_id', 'tenant',
                        'tenant_id')) a
 where f.prosecdef and a.argument is not null
   and exists (select from our_grants g where g.what = 'function' and g.oid = f.oid)
   and f.name not in (select signature from definer_functions)
