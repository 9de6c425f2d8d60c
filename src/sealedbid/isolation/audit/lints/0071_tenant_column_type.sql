-- title: The tenant's column has one type everywhere
-- level: error
-- scope: any
with types as (
    select c.type, count(*) as tables, min(c.relation) as first from our_columns c
     where c.name = %(tenant_column)s group by c.type
)
select c.relation || '.' || c.name,
       format('is %%s, where most are %%s', format_type(c.type, null),
              format_type((select type from types order by tables desc, first limit 1), null))
  from our_columns c
 where c.name = %(tenant_column)s and c.type <> (select type from types order by tables desc, first limit 1)
