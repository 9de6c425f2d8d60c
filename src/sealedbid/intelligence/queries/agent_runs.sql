-- name: start
-- The run that a job begins, or has begun before. None, when it is over, or another job that is not over has it.
insert into public.agent_runs as r (org_id, proposal_id, begun_by, job_id, mode, writer, model)
values (%(org_id)s, %(proposal_id)s, %(job_id)s, %(job_id)s, %(mode)s, %(writer)s, %(model)s)
on conflict on constraint agent_runs_begun_by_key do update
   set job_id = excluded.job_id, resume_from = null, writer = excluded.writer, model = excluded.model,
       status = 'running', waits_for = '{}', error = null
 where r.status not in ('limited', 'done')
   and not exists (select from public.jobs j
                    where j.org_id = r.org_id and j.id = r.job_id and j.id <> excluded.job_id
                      and j.status in ('scheduled', 'queued', 'running'))
returning id, proposal_id, job_id, mode, writer, model, status, current_step, resume_from, stands_on, waits_for,
          published, cached_writer_output, tokens_in, tokens_out, cost_micros, error, created_at, updated_at

-- name: take
-- A run that a person resumes, now of the job that resumes it. None, when another job of its is not over.
update public.agent_runs r
   set job_id = %(job_id)s, resume_from = %(resume_from)s, writer = %(writer)s, model = %(model)s, status = 'running',
       waits_for = '{}', error = null
 where r.org_id = %(org_id)s and r.id = %(id)s and r.proposal_id = %(proposal_id)s
   and not exists (select from public.jobs j
                    where j.org_id = %(org_id)s and j.id = r.job_id and j.id <> %(job_id)s
                      and j.status in ('scheduled', 'queued', 'running'))
returning id, proposal_id, job_id, mode, writer, model, status, current_step, resume_from, stands_on, waits_for,
          published, cached_writer_output, tokens_in, tokens_out, cost_micros, error, created_at, updated_at

-- name: get
-- One run.
select id, proposal_id, job_id, mode, writer, model, status, current_step, resume_from, stands_on, waits_for,
       published, cached_writer_output, tokens_in, tokens_out, cost_micros, error, created_at, updated_at
  from public.agent_runs
 where org_id = %(org_id)s and id = %(id)s

-- name: of_job
-- The run of a job.
select id, proposal_id, job_id, mode, writer, model, status, current_step, resume_from, stands_on, waits_for,
       published, cached_writer_output, tokens_in, tokens_out, cost_micros, error, created_at, updated_at
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

-- name: waiting
-- The newest run of a proposal, if it waits for answers.
select id, proposal_id, job_id, mode, writer, model, status, current_step, resume_from, stands_on, waits_for,
       published, cached_writer_output, tokens_in, tokens_out, cost_micros, error, created_at, updated_at
  from public.agent_runs r
 where r.org_id = %(org_id)s and r.proposal_id = %(proposal_id)s and r.status = 'needs_input'
   and not exists (select from public.agent_runs n
                    where n.org_id = r.org_id and n.proposal_id = r.proposal_id
                      and (n.created_at, n.id) > (r.created_at, r.id))

-- name: advance
-- The step that the run is at, if one is left, the attempts that count by now, and what the writer among them wrote.
update public.agent_runs
   set current_step = coalesce(%(current_step)s, current_step), stands_on = %(stands_on)s,
       cached_writer_output = coalesce(%(writer_output)s, cached_writer_output)
 where org_id = %(org_id)s and id = %(id)s

-- name: add_up
-- The tokens and the cost of an attempt.
update public.agent_runs
   set tokens_in = tokens_in + %(tokens_in)s, tokens_out = tokens_out + %(tokens_out)s,
       cost_micros = cost_micros + %(cost_micros)s
 where org_id = %(org_id)s and id = %(id)s

-- name: publish
-- The attempts that the draft stands on that becomes the proposal.
update public.agent_runs
   set published = %(attempts)s
 where org_id = %(org_id)s and id = %(id)s

-- name: end
-- Records how the run ended, or what it waits for.
update public.agent_runs
   set status = %(status)s, error = %(error)s, waits_for = %(waits_for)s
 where org_id = %(org_id)s and id = %(id)s

-- name: cancel
-- Ends a run that waits for answers.
select intelligence.cancel_run(%(id)s)
