-- title: The server asks every connection for a password
-- level: warning
-- scope: any
-- needs: pg_catalog.pg_hba_file_rules()
select 'pg_hba.conf, line ' || h.line_number || ',',
       format('lets %%s into %%s without a password, by %%s',
              array_to_string(h.user_name, ', '), array_to_string(h.database, ', '),
              concat_ws(' ', h.type, h.address, h.netmask))
  from pg_hba_file_rules() h
 where h.auth_method = 'trust' and h.error is null
