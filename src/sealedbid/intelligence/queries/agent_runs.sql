-- name: start
-- The run of a job; the one that is there when another worker has begun it.
insert into public.agent_runs (org_id, proposal_id, job_id, mode)
values (%(org_id)s, %(proposal_id)s, %(job_id)s, %(mode)s)
on conflict on constraint agent_runs_job_key do update set status = 'running', error = null
returning id, proposal_id, job_id, mode, status, current_step, resume_from, cached_writer_output,
          tokens_in, tokens_out, cost_micros, error, created_at, updated_at

-- name: take
-- A run that a person resumes, now of the job that resumes it. None, when another job of its is not over.
update public.agent_runs r
   set job_id = %(job_id)s, resume_from = %(resume_from)s, status = 'running', error = null
 where r.org_id = %(org_id)s and r.id = %(id)s and r.proposal_id = %(proposal_id)s
   and not exists (select from public.jobs j
                    where j.org_id = %(org_id)s and j.id = r.job_id and j.id <> %(job_id)s
                      and j.status in ('queued', 'running'))
returning id, proposal_id, job_id, mode, status, current_step, resume_from, cached_writer_output,
          tokens_in, tokens_out, cost_micros, error, created_at, updated_at

-- name: get
-- One run.
select id, proposal_id, job_id, mode, status, current_step, resume_from, cached_writer_output,
       tokens_in, tokens_out, cost_micros, error, created_at, updated_at
  from public.agent_runs
 where org_id = %(org_id)s and id = %(id)s

-- name: of_job
-- The run of a job.
select id, proposal_id, job_id, mode, status, current_step, resume_from, cached_writer_output,
       tokens_in, tokens_out, cost_micros, error, created_at, updated_at
  from public.agent_runs
 where org_id = %(org_id)s and job_id = %(job_id)s

-- name: latest
-- The newest runs, without what their writers wrote, the titles of their proposals, and the models that took tokens.
select r.id, r.proposal_id, p.title, r.mode, r.status, r.current_step,
       array(select s.model from public.agent_steps s
              where s.org_id = %(org_id)s and s.run_id = r.id and s.model is not null and s.tokens_in + s.tokens_out > 0
              group by s.model order by min(s.created_at)) as models,
       r.tokens_in, r.tokens_out, r.cost_micros, r.created_at
  from public.agent_runs r
  join public.proposals p on p.org_id = r.org_id and p.id = r.proposal_id
 where r.org_id = %(org_id)s
 order by r.created_at desc, r.id desc
 limit %(limit)s

-- name: behind_draft
-- The run that wrote the newest draft of a proposal, with the models that took tokens, and those counted as free.
with behind as (
    select r.id, r.mode, r.tokens_in + r.tokens_out as tokens, r.cost_micros,
           case r.status when 'limited' then r.error ->> 'reason' end as "limit"
      from public.proposal_versions v
      join public.agent_runs r on r.org_id = v.org_id and r.id = v.run_id
     where v.org_id = %(org_id)s and v.proposal_id = %(proposal_id)s
     order by v.number desc
     limit 1
), asked as (
    select s.model, min(s.created_at) as since, sum(s.cost_micros) as cost_micros
      from public.agent_steps s
      join behind b on b.id = s.run_id
     where s.org_id = %(org_id)s and s.model is not null and s.tokens_in + s.tokens_out > 0
     group by s.model
)
select b.mode, array(select a.model from asked a order by a.since) as models,
       array(select a.model from asked a where a.cost_micros = 0 order by a.since) as unpriced,
       b.tokens, b.cost_micros, b."limit"
  from behind b

-- name: advance
-- The step that the run is at.
update public.agent_runs
   set current_step = %(current_step)s
 where org_id = %(org_id)s and id = %(id)s

-- name: add_up
-- The tokens and the cost of an attempt, and the writer's output if it was a writer's.
update public.agent_runs
   set tokens_in = tokens_in + %(tokens_in)s, tokens_out = tokens_out + %(tokens_out)s,
       cost_micros = cost_micros + %(cost_micros)s,
       cached_writer_output = coalesce(%(writer_output)s, cached_writer_output)
 where org_id = %(org_id)s and id = %(id)s

-- name: end
-- Records how the run ended.
update public.agent_runs
   set status = %(status)s, error = %(error)s
 where org_id = %(org_id)s and id = %(id)s
