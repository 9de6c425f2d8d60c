-- title: No extension reaches outside, or past the policies
-- level: warning
-- scope: any
select e.extname,
       case when e.extname ~ '^(pl(python|perl|tcl|r|java|sh)|plv8)' then 'runs code in the server'
            when e.extname ~ '(_fdw|dblink|pg_net|http|pg_cron|pgmq)'
            then 'reaches other servers, or runs statements as another role'
            else 'reads files, memory or other sessions'' statements' end
  from pg_extension e
 where e.extname ~ ('^(dblink|.*_fdw|pg_net|http|pgsql-http|pg_cron|pgmq|adminpack|lo|pageinspect|pg_buffercache'
                    '|pg_walinspect|pg_visibility|pgrowlocks|pg_stat_statements|auto_explain|amcheck'
                    '|pl(python|perl|tcl)[0-9]?u|plv8|plr|pljava|plsh)$')
