-- title: Every extension is known
-- level: warning
-- scope: any
select e.extname, 'is no extension that this audit knows: read what its functions may do'
  from pg_extension e
 where e.extname <> all (array[
           'plpgsql', 'vector', 'pg_stat_statements', 'pg_trgm', 'pgcrypto', 'uuid-ossp', 'citext', 'hstore', 'ltree',
           'intarray', 'unaccent', 'fuzzystrmatch', 'btree_gin', 'btree_gist', 'bloom', 'cube', 'earthdistance', 'isn',
           'seg', 'tablefunc', 'dict_int', 'dict_xsyn', 'tsm_system_rows', 'tsm_system_time', 'moddatetime', 'autoinc',
           'insert_username', 'refint', 'tcn', 'intagg', 'sslinfo', 'pg_prewarm', 'pgaudit', 'pgjwt', 'pgsodium',
           'supabase_vault', 'pg_graphql', 'pg_jsonschema', 'pg_hashids', 'pgtap', 'plpgsql_check', 'hypopg',
           'index_advisor', 'pg_repack', 'rum', 'postgis', 'postgis_topology', 'pgrouting', 'pgroonga'])
   and e.extname !~ ('^(dblink|.*_fdw|pg_net|http|pgsql-http|pg_cron|pgmq|adminpack|lo|pageinspect|pg_buffercache'
                     '|pg_walinspect|pg_visibility|pgrowlocks|auto_explain|amcheck|pl(python|perl|tcl)[0-9]?u'
                     '|plv8|plr|pljava|plsh)$')
