-- title: Functions are as the migrations made them
-- level: error
-- scope: sealed
select d.name,
       case when d.found is null then 'was made by a migration and is gone'
            when d.noted is null then 'was made by no migration'
            else 'is not as the migrations made it' end
  from seal.differences('function') d
