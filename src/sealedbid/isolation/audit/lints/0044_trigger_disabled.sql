-- title: Triggers and foreign keys are enabled
-- level: error
-- scope: any
-- Internal triggers enforce foreign keys. In any other database only those are checked.
select t.name, case when g.tgisinternal then 'does not keep its reference ' || coalesce(c.conname, g.tgname)
                    else 'has its trigger ' || g.tgname || ' switched off' end
  from pg_trigger g join our_tables t on t.oid = g.tgrelid left join pg_constraint c on c.oid = g.tgconstraint
 where g.tgenabled <> 'O' and (g.tgisinternal or exists (select from definer_functions))
 group by 1, 2
