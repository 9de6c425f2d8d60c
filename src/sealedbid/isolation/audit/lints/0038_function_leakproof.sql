-- title: No function is LEAKPROOF
-- level: error
-- scope: any
select f.name, 'is leakproof'
  from our_functions f
 where f.proleakproof
