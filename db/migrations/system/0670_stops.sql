-- migrate:up

-- Stopping: everything, an organization, a type of job, a type in an organization, or one job. One function, whoever
-- asks: it says who may, and writes down who did and why. Workers hear of it with their next heartbeat, and end what
-- runs.

create table queue.stops (
    org_id      uuid not null,
    job_type    text,
    is_operator boolean not null,
    reason      text not null,
    stopped_by  uuid,
    stopped_at  timestamptz not null default now(),
    constraint stops_key unique nulls not distinct (org_id, job_type, is_operator),
    constraint stops_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint stops_reason_is_given check (reason ~ '\S')
);
comment on table queue.stops is
    'Orders that jobs of an organization, or of a type in it, must not run. The platform''s organization, the nil '
    'uuid, stands for all.';
comment on column queue.stops.is_operator is
    'True if the operator stopped it, false if the organization did so itself. Of the same there may be both; neither '
    'takes the other back.';
comment on column queue.stops.stopped_by is
    'A person''s id; null: the installer. A plain column, so that it outlives their membership.';

select seal_private.close('queue.stops'), seal_private.bound('queue.stops');
grant select, insert (org_id, job_type, is_operator, reason, stopped_by), delete on queue.stops to sb_queue;
create policy scheduling on queue.stops to sb_queue using (true) with check (true);
select seal_private.deviate('policy', 'queue.stops', 'scheduling',
           'Stops are written by queue.stop_jobs(), which asks who it is.');

-- Jobs of the reserved types are enqueued by functions for the installation's sake, and it alone ends them or has them
-- tried again.
create function queue.assert_not_reserved(p_org uuid, p_job uuid, p_is_operator boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if not p_is_operator and exists (select from public.jobs j
                                      where j.org_id = p_org and j.id = p_job
                                        and j.job_type ~ '^(system|billing)(\.|$)') then
        raise exception 'only the operator ends or retries a job of the reserved types' using errcode = '42501';
    end if;
end $$;

create function queue.stop_jobs(
    p_reason text, p_org uuid default null, p_type text default null, p_job uuid default null)
    returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    -- Members end single jobs of their organization, its admins all of it, and the operator whatever there is.
    if (v_is_operator or p_org = seal.org(case when p_job is null then 3 else 2 end)) is not true then
        raise exception 'not allowed to stop this' using errcode = '42501';
    end if;
    if not v_is_operator and p_type ~ '^(system|billing)(\.|$)' then
        raise exception 'only the operator stops jobs of the reserved types' using errcode = '42501';
    end if;
    if p_job is not null and p_org is null then
        raise exception 'a job is named together with its organization' using errcode = '22023';
    end if;
    if (p_reason ~ '\S') is not true then
        raise exception 'a reason has to be given' using errcode = '22023';
    end if;
    if p_job is not null then
        perform queue.assert_not_reserved(p_org, p_job, v_is_operator);
        update public.jobs j
           set status = case when j.status = 'running' then 'running' else 'cancelled' end,
               finished_at = case when j.status = 'running' then null else queue.now() end, cancel_requested = true
         where j.org_id = p_org and j.id = p_job and j.status in ('scheduled', 'queued', 'running');
        get diagnostics v_count = row_count;
    else
        -- Every claim reads the stops of the organizations that it serves.
        if (select count(*) from queue.stops s where s.org_id = v_org and s.is_operator = v_is_operator) >= 100 then
            raise exception 'an organization has a hundred stops at most: stop all of its jobs'
                using errcode = '23514', constraint = 'stops_few';
        end if;
        insert into queue.stops (org_id, job_type, is_operator, reason, stopped_by)
        values (v_org, p_type, v_is_operator, p_reason, seal.user_id())
        on conflict on constraint stops_key do nothing;
        get diagnostics v_count = row_count;
    end if;
    if v_count > 0 then
        perform system.record_for(v_org, case when p_job is null then 'jobs.stopped' else 'jobs.cancelled' end,
                                  'jobs', p_job::text,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
    end if;
    return v_count;
end $$;
comment on function queue.stop_jobs(text, uuid, text, uuid) is
    'Stops what runs and what waits: of an organization, of a type, of both; of everything, where neither is given; '
    'or ends one job. Recorded in the audit log with the reason. How many stops or jobs: 0 where it was stopped '
    'already.';

create function queue.resume_jobs(p_reason text, p_org uuid default null, p_type text default null) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org         constant uuid := coalesce(p_org, '00000000-0000-0000-0000-000000000000');
    v_is_operator constant boolean := seal_private.is_operator();
    v_count       bigint;
begin
    if (v_is_operator or p_org = seal.org(3)) is not true then
        raise exception 'not allowed to resume this' using errcode = '42501';
    end if;
    delete from queue.stops s
     where s.org_id = v_org and s.job_type is not distinct from p_type and s.is_operator = v_is_operator;
    get diagnostics v_count = row_count;
    if v_count > 0 then
        perform system.record_for(v_org, 'jobs.resumed', 'jobs', null,
                                  jsonb_strip_nulls(jsonb_build_object('reason', p_reason, 'job_type', p_type)));
        perform pg_notify('sealedbid_jobs', '');
    elsif exists (select from queue.stops s where s.org_id = v_org and s.job_type is not distinct from p_type) then
        raise exception '%', case when v_is_operator then 'the organization stopped this itself'
                                  else 'the operator stopped this' end
            using errcode = '42501';
    end if;
    return v_count;
end $$;
comment on function queue.resume_jobs(text, uuid, text) is
    'Takes a stop back: an organization''s admins what one of its people stopped, whoever that was; the operator what '
    'the operator stopped. What waits goes on, unless the other has stopped it as well. Recorded in the audit log. '
    'How many stops: 0 where there was none.';

create function queue.retry_job(p_job uuid, p_org uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if (seal_private.is_operator() or p_org = seal.org(2)) is not true then
        raise exception 'not allowed to retry this' using errcode = '42501';
    end if;
    perform queue.assert_not_reserved(p_org, p_job, seal_private.is_operator());
    update public.jobs j
       set status = 'queued', run_at = queue.now(), attempt = 0, crash_count = 0, cancel_requested = false,
           finished_at = null
     where j.org_id = p_org and j.id = p_job and j.status in ('dead', 'cancelled');
    if found then
        -- What was a suspect is one still: the person who retries it need not know why it died.
        insert into queue.quarantines as q (org_id)
        select p_org from public.jobs j where j.org_id = p_org and j.id = p_job and j.suspicion > 0
        on conflict (org_id) do update set until = q.until;
        perform system.record_for(p_org, 'jobs.retried', 'jobs', p_job::text, '{}');
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return found;
end $$;
comment on function queue.retry_job(uuid, uuid) is
    'Enqueues a dead or cancelled job again, with all its attempts. Returns false if there is no such job. Raises '
    'DuplicateJobError if a job with its key is queued or running.';

create function queue.stopped() returns table (org_id uuid, job_type text, reason text, stopped_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select nullif(s.org_id, '00000000-0000-0000-0000-000000000000'), s.job_type, s.reason, s.stopped_at
      from queue.stops s order by s.stopped_at
$$;
comment on function queue.stopped() is 'The stops and their reasons. A null organization stands for all.';

select seal_private.admit('queue.assert_not_reserved(uuid, uuid, boolean)', 'sb_queue', '{}',
           'the reserved types are the operator''s'),
       seal_private.admit('queue.stop_jobs(text, uuid, text, uuid)', 'sb_queue', '{sb_api}',
           'no tenant may write the stops'),
       seal_private.admit('queue.resume_jobs(text, uuid, text)', 'sb_queue', '{sb_api}',
           'no tenant may write the stops'),
       seal_private.admit('queue.retry_job(uuid, uuid)', 'sb_queue', '{sb_api}', 'no tenant may write a job''s state'),
       seal_private.admit('queue.stopped()', 'sb_queue', '{sb_dispatch}', 'stops are of all organizations', 'all');

-- migrate:down
