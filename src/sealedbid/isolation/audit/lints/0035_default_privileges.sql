-- title: What is made tomorrow is given to nobody
-- level: warning
-- scope: any
-- In the database as a whole, or in one schema; the owner's own share and what is taken from PUBLIC are no gift.
select pg_get_userbyid(d.defaclrole)::text,
       format('gives %%s to %%s on every new %%s%%s', string_agg(distinct x.privilege_type, ', '),
              case x.grantee when 0 then 'public' else x.grantee::regrole::text end,
              case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'function' when 'n' then 'schema'
                                   when 'T' then 'type' else 'large object' end,
              coalesce(' in ' || d.inside::regnamespace, ''))
  from (select *, nullif(defaclnamespace, 0) as inside from pg_default_acl) d, aclexplode(d.defaclacl) x
 where x.grantee <> d.defaclrole and d.defaclobjtype <> 'T'
   and (d.inside is null or d.inside in (select oid from our_schemas))
 group by d.defaclrole, x.grantee, d.defaclobjtype, d.defaclnamespace, d.inside
