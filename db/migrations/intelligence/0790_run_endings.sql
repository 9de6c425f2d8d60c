-- migrate:up

-- Ends of runs that no body writes.

-- A job that is cancelled, or dead by the queue's word, has no transaction in which it could say so of its run. What
-- somebody holds is left alone: the queue waits for no tenant.
grant select (ctid, org_id, id, proposal_id, job_id, status, error), update (status, error, waits_for)
   on public.agent_runs to sb_gate;
create policy ending on public.agent_runs to sb_gate using (true) with check (true);
grant select (ctid, brain_status), update (brain_status) on public.proposals to sb_gate;
select seal_private.deviate('policy', 'public.agent_runs', 'ending',
           'A trigger ends the run of the job that ended; a function, one of the open organization that waits.');

create function seal_private.end_run() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    -- A member can enqueue a job of this type with any payload: one that names no proposal ends like any other.
    v_named    constant text := new.payload ->> 'proposal_id';
    v_proposal constant uuid :=
        case when v_named ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then v_named::uuid end;
    v_status   constant text := case new.status when 'cancelled' then 'cancelled' else 'failed' end;
begin
    update public.agent_runs r
       set status = v_status, error = coalesce(new.error, r.error)
     where r.ctid = any (array(select h.ctid from public.agent_runs h
                                where h.org_id = new.org_id and h.job_id = new.id and h.status in ('queued', 'running')
                                  for update skip locked));
    update public.proposals p
       set brain_status = v_status
     where p.ctid = any (array(select h.ctid from public.proposals h
                                where h.org_id = new.org_id and h.id = v_proposal
                                  and h.brain_status in ('queued', 'running')
                                  for update skip locked));
    return null;
end $$;
select seal_private.admit('seal_private.end_run()', 'sb_gate', '{}',
           'a trigger: a job that was ended for it has no transaction to say so in', 'all');
create trigger end_run after update of status on public.jobs
    for each row when (new.job_type = 'proposal.draft' and new.status in ('dead', 'cancelled')
                       and old.status <> new.status)
    execute function seal_private.end_run();

create function intelligence.cancel_run(p_run uuid) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_org      constant uuid := seal.org(2);
    v_proposal uuid;
begin
    if v_org is null then
        raise exception 'members alone cancel a run' using errcode = '42501';
    end if;
    update public.agent_runs r
       set status = 'cancelled', waits_for = '{}'
     where r.org_id = v_org and r.id = p_run and r.status = 'needs_input'
    returning r.proposal_id into v_proposal;
    if not found then
        return false;
    end if;
    update public.proposals p
       set brain_status = 'cancelled'
     where p.org_id = v_org and p.id = v_proposal and p.brain_status = 'needs_input';
    perform system.record('run.cancelled', 'agent_runs', p_run::text);
    return true;
end $$;
comment on function intelligence.cancel_run(uuid) is
    'Ends a run of the open organization that waits for answers; one that a job runs ends with the job. Recorded in '
    'the audit log. False: it does not wait.';
select seal_private.admit('intelligence.cancel_run(uuid)', 'sb_gate', '{sb_tenant}',
           'runs are written by jobs, and one that waits has none');

-- migrate:down
