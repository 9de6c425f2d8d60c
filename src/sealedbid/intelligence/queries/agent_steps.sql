-- name: add
-- An attempt that is over, with its output or its error.
insert into public.agent_steps (org_id, run_id, job_id, step, attempt, status, model, input_sha256, edits,
                                edited_from, output, tokens_in, tokens_out, cost_micros, ms, error)
values (%(org_id)s, %(run_id)s, %(job_id)s, %(step)s,
        (select coalesce(max(s.attempt), 0) + 1 from public.agent_steps s
          where s.org_id = %(org_id)s and s.run_id = %(run_id)s and s.step = %(step)s),
        %(status)s, %(model)s, %(input_sha256)s, %(edits)s, %(edited_from)s, %(output)s, %(tokens_in)s,
        %(tokens_out)s, %(cost_micros)s, %(ms)s, %(error)s)

-- name: of_run
-- Every attempt of a run's steps, in the order in which they ended.
select id, job_id, step, attempt, status, model, input_sha256, edits, edited_from, output, tokens_in, tokens_out,
       cost_micros, ms, error, created_at
  from public.agent_steps
 where org_id = %(org_id)s and run_id = %(run_id)s
 order by created_at, id
