-- title: Row-level security binds the table's owner too
-- level: error
-- scope: any
select t.name, 'does not force row-level security on its owner'
  from our_tables t
 where t.secured and not t.forced
