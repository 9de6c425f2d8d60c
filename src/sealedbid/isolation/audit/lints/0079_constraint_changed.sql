-- title: Constraints are as the migrations wrote them
-- level: error
-- scope: sealed
select d.name,
       case when d.found is null then 'was written by a migration and is gone'
            when d.noted is null then 'was written by no migration'
            else format('says %%s, and was written as %%s', d.found, d.noted) end
  from seal.differences('constraint') d
