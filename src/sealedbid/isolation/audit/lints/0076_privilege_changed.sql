-- title: Privileges are as the migrations gave them
-- level: error
-- scope: sealed
select coalesce(n.name, p.name),
       case when p.name is null then 'was given by a migration and is gone' when n.name is null then 'was given by no migration'
            else format('covers %%s, and was given for %%s', p.content, n.content) end
  from (select * from seal.noted where kind = 'privilege') n
  full join (select * from seal.notable() where kind = 'privilege') p on p.name = n.name
 where n.content is distinct from p.content
