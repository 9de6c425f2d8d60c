-- title: Policies call functions once a statement, not once a row
-- level: warning
-- scope: any
-- The server prints (select f()) as ( SELECT f() AS f); the remaining calls are made for each row.
select p.name || ' on ' || p.relation, 'calls a function for each row'
  from our_policies p
 where exists (select from unnest(array[p.using, p.check]) e,
                      lateral (select regexp_replace(e, '\( SELECT \(*(\w+\.)?\w+\([^()]*\)', '', 'g') as rest) r
                where r.rest ~ '\m(current_setting\(|(seal|seal_private|core|system|queue|auth|app)\.\w+\()')
