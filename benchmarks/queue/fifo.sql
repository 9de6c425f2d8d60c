-- The unfair queue: the same columns, checks, indexes and settings of the table, and no lanes. First come, first served.
create schema fifo;
create table fifo.jobs (like public.jobs including defaults including constraints including storage)
    with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000,
          autovacuum_vacuum_insert_scale_factor = 0.2);
alter table fifo.jobs add primary key (id);
create index on fifo.jobs (priority, id) where status = 'queued' and suspicion = 0;
create index on fifo.jobs (org_id, status, priority, id) where suspicion > 0 and status in ('scheduled', 'queued', 'running');
create index on fifo.jobs (org_id, deadline_at) where status = 'running';
create index on fifo.jobs (run_at) where status = 'scheduled';
create index on fifo.jobs (org_id, run_at) where status = 'scheduled';
create index on fifo.jobs (org_id, requested_key) where requested_key is not null and status in ('scheduled', 'queued');
create index on fifo.jobs (finished_at) where finished_at is not null;
create index on fifo.jobs (org_id, created_at desc, id);
create unique index on fifo.jobs (org_id, job_type, unique_key) where status in ('scheduled', 'queued', 'running');
create trigger touch before update on fifo.jobs for each row execute function seal_private.touch();
grant usage on schema fifo to sb_dispatch;
grant select, update on fifo.jobs to sb_dispatch;
