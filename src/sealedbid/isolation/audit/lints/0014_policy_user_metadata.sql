-- title: No policy trusts user metadata
-- level: error
-- scope: any
select p.name || ' on ' || p.relation, 'reads user_metadata, which its user can change'
  from our_policies p
 where concat(p.using, p.check) ~ 'user_meta_?data'
