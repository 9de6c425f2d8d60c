-- migrate:up

-- One row that cannot be handled must not keep the round of maintenance from all the others: it is put aside, and
-- tried again later.
create table queue.set_aside (
    org_id     uuid not null,
    task       text not null,
    row_id     uuid,
    reason     text not null,
    tries      integer not null default 1,
    first_at   timestamptz not null default queue.now(),
    retry_at   timestamptz not null,
    constraint set_aside_key unique nulls not distinct (org_id, task, row_id),
    constraint set_aside_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade,
    constraint set_aside_task_known check (task in (
        'claim',    -- the lane of an organization: no row of it could be claimed
        'promote',  -- a job whose time has come
        'keys',     -- a job of a key that has ended
        'rescue',   -- a job of a worker that died
        'sweep',    -- a job that has been over for long
        'purge',    -- a credential that has expired
        'chain',    -- an event of the audit log
        'fire'))    -- a schedule that is due
);
comment on table queue.set_aside is
    'Rows that maintenance could not handle, for the operator: the part of it, the organization and the reason. The '
    'rest of the round went on. Shown by `sealedbid jobs stats` and /metrics.';
comment on column queue.set_aside.org_id is
    'The platform (the nil uuid) where the part failed as a whole, and no row is known.';
comment on column queue.set_aside.row_id is 'The id of the job, event or schedule.';
comment on column queue.set_aside.reason is
    'The error''s class and the constraint, never its text, which may quote a row.';
comment on column queue.set_aside.retry_at is
    'The row is left out until this time: a minute after the first try, then twice as long each time, a day at most.';

select seal_private.close('queue.set_aside'), seal_private.bound('queue.set_aside');
grant select, insert, delete, update (reason, tries, retry_at) on queue.set_aside to sb_queue;
grant select on queue.set_aside to sb_gate;
create policy scheduling on queue.set_aside to sb_queue using (true) with check (true);
create policy chaining on queue.set_aside for select to sb_gate using (true);
select seal_private.deviate('policy', 'queue.set_aside', 'scheduling',
           'Maintenance goes over all organizations; the queue''s functions alone write it.'),
       seal_private.deviate('policy', 'queue.set_aside', 'chaining',
           'The chain of the audit log leaves out what was put aside.');

create function queue.put_aside(p_task text, p_org uuid, p_row uuid, p_reason text) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into queue.set_aside as s (task, org_id, row_id, reason, retry_at)
    values (p_task, coalesce(p_org, '00000000-0000-0000-0000-000000000000'), p_row, left(p_reason, 200),
            queue.now() + interval '1 minute')
    on conflict on constraint set_aside_key do update
       set tries = s.tries + 1, reason = excluded.reason,
           retry_at = queue.now() + least(interval '1 minute' * 2 ^ least(s.tries, 11), interval '1 day')
$$;
comment on function queue.put_aside(text, uuid, uuid, text) is
    'Leaves a row out of one part of the maintenance for a while: a minute, then twice as long each time. No row: the '
    'part failed as a whole.';

create function queue.is_aside(p_task text, p_org uuid, p_row uuid) returns boolean
language sql stable
    return exists (select from queue.set_aside s
                    where s.task = p_task and s.org_id = p_org and s.row_id = p_row and s.retry_at > queue.now());
comment on function queue.is_aside(text, uuid, uuid) is
    'True if this part of the maintenance leaves the row out for now.';

-- What says nothing of a row: the database is full, shuts down or waits for somebody. It passes, or no row is to blame.
create function queue.is_passing(p_sqlstate text) returns boolean
language sql immutable parallel safe
return left(p_sqlstate, 2) in ('08', '25', '40', '53', '55', '57', '58');

create function queue.aside()
    returns table (task text, org_id uuid, row_id uuid, reason text, tries int, first_at timestamptz,
                   retry_at timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.task, s.org_id, s.row_id, s.reason, s.tries, s.first_at, s.retry_at from queue.set_aside s
     order by s.first_at, s.task, s.org_id, s.row_id limit 1000
$$;
comment on function queue.aside() is
    'The rows that were set aside, oldest first, a thousand at most. For the operator.';

create function queue.count_aside() returns table (task text, count bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select s.task, count(*) from queue.set_aside s group by s.task order by s.task
$$;
comment on function queue.count_aside() is 'The number of rows that were set aside, by the part of the maintenance.';

select seal_private.admit('queue.put_aside(text, uuid, uuid, text)', 'sb_queue', '{sb_dispatch, sb_gate}',
           'maintenance goes over all organizations', 'all'),
       seal_private.admit('queue.is_aside(text, uuid, uuid)', 'sb_queue', '{sb_gate}',
           'true if a row is left out for now'),
       seal_private.admit('queue.is_passing(text)', 'sb_queue', '{sb_gate}', 'true if an error says nothing of a row'),
       seal_private.admit('queue.aside()', 'sb_queue', '{sb_dispatch}',
           'the operator looks at all organizations', 'all'),
       seal_private.admit('queue.count_aside()', 'sb_queue', '{sb_dispatch}', 'counts over all organizations', 'all');

-- migrate:down
