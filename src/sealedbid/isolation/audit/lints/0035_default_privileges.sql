-- title: Default privileges grant nothing to other roles
-- level: warning
-- scope: any
-- In the whole database, or in one schema; privileges of the owner itself, and revocations from PUBLIC, do not count.
select g.giver, format('gives %%s to %%s on every new %%s', string_agg(distinct g.privilege, ', '), g.taker,
                       string_agg(distinct g.kind || g.place, ', '))
  from (select pg_get_userbyid(d.defaclrole)::text as giver, x.privilege_type as privilege,
               case x.grantee when 0 then 'public' else x.grantee::regrole::text end as taker,
               case d.defaclobjtype when 'r' then 'table' when 'S' then 'sequence' when 'f' then 'function'
                                    when 'n' then 'schema' else 'large object' end as kind,
               coalesce(' in ' || d.inside::regnamespace, '') as place
          from (select *, nullif(defaclnamespace, 0) as inside from pg_default_acl) d, aclexplode(d.defaclacl) x
         where x.grantee <> d.defaclrole and d.defaclobjtype <> 'T'
           and (d.inside is null or d.inside in (select oid from our_schemas))) g
 group by g.giver, g.taker
