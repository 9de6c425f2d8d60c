-- migrate:up

-- Workers are of the installation, and no tenant's.
create table queue.workers (
    id         uuid not null default gen_random_uuid(),
    host       text not null,
    pid        integer not null,
    ttl        interval not null,
    is_idle    boolean not null default false,
    beat_at    timestamptz not null default queue.now(),
    started_at timestamptz not null default now(),
    company    bigint,
    constraint workers_pkey primary key (id),
    constraint workers_ttl_is_some_time check (ttl > interval '0')
) with (fillfactor = 10);
comment on table queue.workers is
    'One row a worker that runs. Its heartbeat keeps the leases of all its jobs: one write, however many they are.';
comment on column queue.workers.ttl is 'So long after its last beat it counts as dead.';
comment on column queue.workers.company is
    'The number of jobs that were running when it was first found silent, of all workers that fell silent with it. '
    'Null while it lives. 1 means that the job was alone. Kept here, since its jobs may be rescued one after another.';
comment on column queue.workers.is_idle is
    'True if it waits to be woken: enqueuing then sends a NOTIFY, which under load no transaction does.';

select seal_private.close('queue.workers'), seal_private.bound('queue.workers');
grant select, insert, delete, update (is_idle, beat_at, company) on queue.workers to sb_queue;
grant select (id, beat_at, ttl) on queue.workers to sb_seal;
create policy scheduling on queue.workers to sb_queue using (true) with check (true);
create policy leases on queue.workers for select to sb_seal using (true);
select seal_private.deviate('table', 'queue.workers', 'org_id', 'Workers belong to no organization.'),
       seal_private.deviate('key', 'queue.workers', 'workers_pkey',
           'An id that the server made; no tenant has a privilege on the table.'),
       seal_private.deviate('policy', 'queue.workers', 'scheduling',
           'Workers belong to no organization; the queue''s functions alone write them.'),
       seal_private.deviate('policy', 'queue.workers', 'leases',
           'An opening asks whether the worker of a lease is alive.');

create function queue.register(p_host text, p_pid int, p_ttl interval) returns uuid
language sql security definer set search_path = pg_catalog, pg_temp as $$
    insert into queue.workers (host, pid, ttl) values (p_host, p_pid, p_ttl) returning id
$$;
comment on function queue.register(text, int, interval) is
    'A worker that starts; so long after its last beat it counts as dead. Its id.';

create function queue.leave(p_worker uuid) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
    delete from queue.workers w where w.id = p_worker
$$;
comment on function queue.leave(uuid) is 'A worker that ends. What it still holds is rescued at once.';

create function queue.wait(p_worker uuid, p_idle boolean) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform set_config('synchronous_commit', 'off', true);
    update queue.workers w set is_idle = p_idle where w.id = p_worker and w.is_idle <> p_idle;
end $$;
comment on function queue.wait(uuid, boolean) is
    'Records if a worker wants to be woken (LISTEN sealedbid_jobs). Claim once more after calling it.';

select seal_private.admit('queue.register(text, integer, interval)', 'sb_queue', '{sb_dispatch}',
           'workers belong to no organization', 'all'),
       seal_private.admit('queue.leave(uuid)', 'sb_queue', '{sb_dispatch}', 'workers belong to no organization', 'all'),
       seal_private.admit('queue.wait(uuid, boolean)', 'sb_queue', '{sb_dispatch}',
           'workers belong to no organization', 'all');

-- migrate:down
