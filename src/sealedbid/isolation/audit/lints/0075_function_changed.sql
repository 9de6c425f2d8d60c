-- title: Functions are as the migrations made them
-- level: error
-- scope: sealed
select coalesce(n.name, f.name),
       case when f.name is null then 'was made by a migration and is gone' when n.name is null then 'was made by no migration'
            else 'is not as the migrations made it' end
  from (select * from seal.noted where kind = 'function') n
  full join (select * from seal.notable() where kind = 'function') f on f.name = n.name
 where n.content is distinct from f.content
