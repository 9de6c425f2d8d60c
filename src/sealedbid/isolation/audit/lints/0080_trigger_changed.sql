-- title: Triggers are as the migrations wrote them
-- level: error
-- scope: sealed
select d.name,
       case when d.found is null then 'was written by a migration and is gone'
            when d.noted is null then 'was written by no migration'
            else 'is not as the migrations wrote it' end
  from seal.differences('trigger') d
