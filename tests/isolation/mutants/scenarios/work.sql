-- as: sb_worker
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r');
select queue.report(m.id('lease r'), '{"done": 1}');
select queue.finish(m.id('lease r'), '{"done": 2}', 10);

select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r');
select queue.finish(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');

-- Another organization, job or lease.
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r', 'b');

select m.worker('w'), m.job('r', '{"status": "running"}');
select seal.open_job(m.id('none'), m.id('lease r'), m.id('a'));

select m.worker('w'), m.job('r', '{"status": "running"}');
select seal.open_job(m.id('r'), m.id('lease none'), m.id('a'));

-- A worker that is silent beside one that is not, a job that is late, one that runs no more.
select m.worker('w'), m.worker('d', '{"beat_at": "~-1 day"}'), m.job('r', '{"status": "running", "worker_id": "@d"}');
select m.open_job('r');

select m.worker('w'), m.job('r', '{"status": "running", "deadline_at": "~-1 hour"}');
select m.open_job('r');

select m.behind('alter table public.jobs drop constraint jobs_lease_while_running');
select m.worker('w'), m.job('r', '{"status": "done", "lease_token": "@lease r", "worker_id": "@w", "deadline_at": "~1 hour"}');
select m.open_job('r');

-- Of a person who is there, who has left, who ranks lower, and of a key.
select m.worker('w'), m.job('r', '{"status": "running", "requested_by": "@admin"}');
select m.open_job('r');
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running", "requested_by": "@viewer", "requested_rank": 3}');
select m.open_job('r');

select m.worker('w'), m.job('r', '{"status": "running", "requested_by": "@gone"}');
select m.open_job('r');

select m.worker('w'), m.job('r', '{"status": "running", "requested_key": "@key"}');
select m.open_job('r');
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running", "requested_key": "@revoked key"}');
select m.open_job('r');

select m.worker('w'), m.job('r', '{"status": "running", "job_type": "system.x"}');
select m.open_job('r');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running", "job_type": "billing.x"}');
select m.open_job('r');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');

-- What changes while the body is at it.
select m.worker('w'), m.job('r', '{"status": "running", "requested_by": "@admin"}');
select m.open_job('r');
select m.behind($$delete from public.org_members where user_id = m.id('admin')$$);
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running", "requested_by": "@admin"}');
select m.open_job('r');
select m.behind($$update public.org_members set role = 'viewer' where user_id = m.id('admin')$$);
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running", "requested_key": "@key"}');
select m.open_job('r');
select m.behind($$update seal_private.credentials set revoked_at = now() where subject = m.id('key')$$);
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running"}'), m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select m.job('r', '{"status": "running", "org_id": "@b"}');
select m.open_job('r');
select queue.report(m.id('none'), '{}');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('none'), '{}');
select queue.finish(m.id('lease r'), '{}', 10);

select m.worker('w'), m.job('r', '{"status": "running"}');
select m.open_job('r');
select queue.finish(m.id('lease r'), '{}', -1);
select queue.finish(m.id('lease r'), '{}', null);
select queue.finish(m.id('lease r'), '{}', 1000000000001);

select m.worker('w'), m.job('r', '{"status": "running"}');
select m.mint('session', 'admin', 'a', 3, 'r', '1 hour');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');

select m.worker('w'), m.job('r', '{"status": "running"}');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');

select m.behind('alter table public.jobs drop constraint jobs_lease_while_running');
select m.worker('w'), m.job('r', '{"status": "dead", "lease_token": "@lease r"}');
select m.mint('job', 'admin', 'a', 3, 'r', '1 hour');
select queue.report(m.id('lease r'), '{}');
select queue.finish(m.id('lease r'), '{}');
