-- title: Privileges are as the migrations gave them
-- level: error
-- scope: sealed
select d.name,
       case when d.found is null then 'was given by a migration and is gone'
            when d.noted is null then 'was given by no migration'
            else format('covers %%s, and was given for %%s', d.found, d.noted) end
  from seal.differences('privilege') d
