-- title: A policy without a context is closed
-- level: error
-- scope: any
-- What is true of a null, or of an empty set, is true when nobody has said who asks.
select p.name || ' on ' || p.relation, 'is open where there is no context: ' || f.why
  from our_policies p,
       lateral (select string_agg(x.why, ', ') as why
                  from unnest(array[p.using, p.check]) e,
                       lateral (values (e ~ format('\(%%s IS NULL\)', %(tenant_column)s), 'rows of nobody pass'),
                                       (e ~ 'current_setting\([^()]*\) IS NULL|auth\.\w+\(\)( AS \w+)?\)? IS NULL|org\(\d?\)( AS \w+)?\)? IS NULL',
                                        'a missing context passes'),
                                       (e ~* 'coalesce\([^()]*(\([^()]*\))?[^()]*, ''''(::text)?\) = ''''', 'an empty context passes'),
                                       (e ~ 'IS NOT TRUE|IS NOT FALSE', 'what is unknown passes'),
                                       (e ~ 'IS NOT DISTINCT FROM|NOT \(+[^()]*(\([^()]*\))?[^()]* IS DISTINCT FROM', 'null equals null'),
                                       (e ~ '<> ALL|NOT \(+[^()]* IN \(', 'an empty list passes')) x (wrong, why)
                 where x.wrong) f
 where p.permissive and f.why is not null
   and (p.table_oid in (select oid from tenant_tables) or exists (select from definer_functions))
