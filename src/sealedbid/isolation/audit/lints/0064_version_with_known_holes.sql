-- title: The server and its extensions have no known hole
-- level: warning
-- scope: any
-- The newest releases with fixes for rows that leak, as of November 2026; see the page.
select 'PostgreSQL ' || current_setting('server_version'), 'is older than ' || v.fixed || ', which mends a known hole'
  from (values (14, null, '15'), (15, 150018, '15.18'), (16, 160014, '16.14'), (17, 170010, '17.10'),
               (18, 180004, '18.4')) v (major, number, fixed)
 where current_setting('server_version_num')::int / 10000 = v.major
   and (v.number is null or current_setting('server_version_num')::int < v.number)
union all
select e.extname || ' ' || e.extversion, 'is older than 0.8.2, which mends a known hole'
  from pg_extension e
 where e.extname = 'vector' and string_to_array(substring(e.extversion from '^[0-9.]+'), '.')::int[] < '{0,8,2}'
