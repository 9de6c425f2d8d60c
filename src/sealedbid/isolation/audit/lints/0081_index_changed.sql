-- title: Unique indexes are as the migrations wrote them
-- level: error
-- scope: sealed
select coalesce(n.name, c.name),
       case when c.name is null then 'was written by a migration and is gone' when n.name is null then 'was written by no migration'
            else 'is not as the migrations wrote it' end
  from (select * from seal.noted where kind = 'index') n
  full join (select * from seal.notable() where kind = 'index') c on c.name = n.name
 where n.content is distinct from c.content
