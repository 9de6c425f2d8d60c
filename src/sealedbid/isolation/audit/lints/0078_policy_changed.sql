-- title: Policies are as the migrations wrote them
-- level: error
-- scope: sealed
select coalesce(n.name, p.name),
       case when p.name is null then 'was written by a migration and is gone' when n.name is null then 'was written by no migration'
            else 'is not as the migrations wrote it' end
  from (select * from seal.noted where kind = 'policy') n
  full join (select * from seal.notable() where kind = 'policy') p on p.name = n.name
 where n.content is distinct from p.content
