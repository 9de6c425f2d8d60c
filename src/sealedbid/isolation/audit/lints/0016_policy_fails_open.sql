-- title: A policy without a context shows nothing
-- level: error
-- scope: any
-- A condition that is true of null, or of an empty set, is true without a context.
select p.name || ' on ' || p.relation, 'is open without a context: ' || f.why
  from our_policies p,
       lateral (select string_agg(x.why, ', ') as why
                  from unnest(array[p.using, p.check]) e,
                       lateral (values (e ~ format('\(%%s IS NULL\)', %(tenant_column)s), 'rows without a tenant pass'),
                                       (e ~ ('current_setting\([^()]*\) IS NULL|auth\.\w+\(\)( AS \w+)?\)? IS NULL'
                                             '|org\(\d?\)( AS \w+)?\)? IS NULL'),
                                        'a missing context passes'),
                                       (e ~* 'coalesce\([^()]*(\([^()]*\))?[^()]*, ''''(::text)?\) = ''''',
                                        'an empty context passes'),
                                       (e ~ 'IS NOT TRUE|IS NOT FALSE', 'an unknown result passes'),
                                       (e ~ 'IS NOT DISTINCT FROM|NOT \(+[^()]*(\([^()]*\))?[^()]* IS DISTINCT FROM',
                                        'null equals null'),
                                       (e ~ '<> ALL|NOT \(+[^()]* IN \(', 'an empty list passes')) x (wrong, why)
                 where x.wrong) f
 where p.permissive and f.why is not null
   and (p.table_oid in (select oid from tenant_tables) or exists (select from definer_functions))
