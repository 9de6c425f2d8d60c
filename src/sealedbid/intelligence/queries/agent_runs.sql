-- name: start
-- The run of a job; the one that is there when another worker has begun it.
insert into public.agent_runs (org_id, proposal_id, job_id, mode)
values (%(org_id)s, %(proposal_id)s, %(job_id)s, %(mode)s)
on conflict on constraint agent_runs_job_key do update set status = 'running', error = null
returning id, proposal_id, job_id, mode, status, current_step, cached_writer_output, error, updated_at

-- name: of_job
-- The run of a job.
select id, proposal_id, job_id, mode, status, current_step, cached_writer_output, error, updated_at
  from public.agent_runs
 where org_id = %(org_id)s and job_id = %(job_id)s

-- name: advance
-- What the run is at, and what the writer wrote once it has.
update public.agent_runs
   set current_step = %(current_step)s, cached_writer_output = coalesce(%(writer_output)s, cached_writer_output)
 where org_id = %(org_id)s and id = %(id)s

-- name: end
-- How the run ended.
update public.agent_runs
   set status = %(status)s, error = %(error)s
 where org_id = %(org_id)s and id = %(id)s
