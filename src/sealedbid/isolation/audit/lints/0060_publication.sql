-- title: No publication carries all tenants' rows
-- level: warning
-- scope: any
select p.pubname, format('publishes %%s: policies do not apply', case when p.puballtables then 'all tables'
                         else (select format('%%s of the tenants'' tables', count(*)) from pg_publication_tables t
                                 join tenant_tables o on o.name = format('%%I.%%I', t.schemaname, t.tablename)
                                where t.pubname = p.pubname) end)
  from pg_publication p
 where p.puballtables
    or exists (select from pg_publication_tables t
                 join tenant_tables o on o.name = format('%%I.%%I', t.schemaname, t.tablename)
                                  where t.pubname = p.pubname)
