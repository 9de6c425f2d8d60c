-- title: No policy casts values of a row
-- level: error
-- scope: any
-- The order of AND is not promised: a cast sees other tenants' rows, and its error quotes the value.
select p.name || ' on ' || p.relation, 'casts a value of the row: an error would quote it'
  from our_policies p
 where exists (select from unnest(array[p.using, p.check]) e
                where e ~ '->>? [^()]*\)+::(?!text|character|json)'
                   or exists (select from our_columns c
                               where c.oid = p.table_oid
                                 and c.type in ('text'::regtype, 'varchar'::regtype, 'jsonb'::regtype, 'json'::regtype)
                                 and e ~ format('\(?\m%%s\)?(::[a-z ]+\)*)?::(integer|bigint|smallint|numeric|double'
                                                '|real|uuid|date|time|boolean|interval|inet)', c.name)))
