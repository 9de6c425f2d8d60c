-- title: Privileges on settings are as the migrations gave them
-- level: error
-- scope: sealed
select d.name,
       case when d.found is null then 'was given by a migration and is gone'
            when d.noted is null then 'was given by no migration'
            else 'is not as the migrations gave it' end
  from seal.differences('parameter') d
