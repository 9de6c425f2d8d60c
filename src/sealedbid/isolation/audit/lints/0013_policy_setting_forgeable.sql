-- title: No policy trusts a setting that anybody may set
-- level: error
-- scope: any
-- One row for each setting, however many policies trust it; a function's body counts if a policy calls it and it is not
-- listed.
select b.setting, format('can be set by any SQL, and %%s it (%%s first)',
                         case count(distinct b.policy)
                             when 1 then 'one policy trusts' else count(distinct b.policy) || ' policies trust' end,
                         min(b.relation))
  from (select p.oid as policy, p.relation, m[1] as setting
          from our_policies p, unnest(array[p.using, p.check]) e,
               regexp_matches(e, 'current_setting\(''([^'']+)''', 'g') m
        union all
        select p.oid, p.relation, m[1]
          from our_policies p
          join pg_depend d
            on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refclassid = 'pg_proc'::regclass
          join pg_proc f on f.oid = d.refobjid
               and f.oid::regprocedure::text not in (select signature from definer_functions),
               regexp_matches(coalesce(nullif(f.prosrc, ''), pg_get_functiondef(f.oid)),
                              'current_setting\(\s*''([^'']+)''', 'g') m) b
 where b.setting like '%%.%%' or b.setting = 'role'
 group by b.setting
