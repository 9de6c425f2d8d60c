-- migrate:up

-- Whose jobs run apart, because one of them may end its process.
create table queue.quarantines (
    org_id uuid not null,
    until  timestamptz not null default queue.now(),
    constraint quarantines_pkey primary key (org_id),
    constraint quarantines_org_fkey foreign key (org_id) references public.organizations (id) on delete cascade
);
comment on table queue.quarantines is
    'Organizations with suspects: their jobs run in processes of their own, beside the worker, the suspects one at a '
    'time. Lifted when the last suspect has ended and the time is over.';
comment on column queue.quarantines.until is
    'All jobs of the organization are treated as suspects until this time: one was seen to end its own process, and '
    'may not be the only one.';

select seal_private.close('queue.quarantines'), seal_private.bound('queue.quarantines');
grant select, insert, delete, update (until) on queue.quarantines to sb_queue;
create policy scheduling on queue.quarantines to sb_queue using (true) with check (true);
select seal_private.deviate('policy', 'queue.quarantines', 'scheduling',
           'The queue''s functions alone write them, of all organizations.');

create function queue.quarantined() returns table (org_id uuid, until timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select q.org_id, q.until from queue.quarantines q order by q.org_id
$$;
comment on function queue.quarantined() is
    'Organizations whose jobs run in processes of their own, and until when at least.';
select seal_private.admit('queue.quarantined()', 'sb_queue', '{sb_dispatch}',
           'quarantines are of all organizations', 'all');

-- migrate:down
