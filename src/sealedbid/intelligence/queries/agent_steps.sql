-- name: add
-- A step that is over, with what it gave.
insert into public.agent_steps (org_id, run_id, step, attempt, status, model, input_sha256, output, ms)
values (%(org_id)s, %(run_id)s, %(step)s,
        (select coalesce(max(s.attempt), 0) + 1 from public.agent_steps s
          where s.org_id = %(org_id)s and s.run_id = %(run_id)s and s.step = %(step)s),
        'done', %(model)s, %(input_sha256)s, %(output)s, %(ms)s)

-- name: of_run
-- Every attempt of a run's steps, in the order in which they ended.
select step, attempt, status, model, input_sha256, output, ms
  from public.agent_steps
 where org_id = %(org_id)s and run_id = %(run_id)s
 order by created_at, id
