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

-- as: sb_dispatch
-- Giving back. A twin in the other organization, another job with the same lease.
select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'), m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select m.row('public.job_lanes', '{"org_id": "@a", "token_limit": 100, "tokens_used": 5}');
select queue.fail(m.id('a'), m.id('r'), m.id('none'), '{}', '1 hour', 10);
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', '1 hour', 10);
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', '1 hour', 10);

select m.job('r', '{"status": "running", "suspicion": 2, "crash_count": 1}');
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', '0');

select m.job('r', '{"status": "running"}');
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', null);

select m.job('r', '{"status": "running", "attempt": 5}');
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', '1 hour');

select m.behind('alter table public.jobs drop constraint jobs_lease_while_running');
select m.job('r', '{"status": "dead", "lease_token": "@lease r"}');
select queue.fail(m.id('a'), m.id('r'), m.id('lease r'), '{}', '1 hour');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'));
select queue.release(array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{1}');

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'), m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('none'), '{"reason": "x"}', 10);
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "x"}', 10);
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "x"}', 10);

select m.job('r', '{"status": "running", "crash_count": 1, "run_at": "~-1 day"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "crash_count": 2, "run_at": "~-1 day"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "attempt": 5}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'), m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select queue.cancelled(m.id('a'), m.id('r'), m.id('none'), 10);
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'), 10);
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'), 10);

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'), m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select queue.release(array[m.id('a')], array[m.id('r')], array[m.id('none')], '{10}');
select queue.release(array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{10}');

select m.clear();
select m.worker('w'), m.worker('v');
select queue.wait(m.id('w'), true);
select queue.wait(m.id('w'), true);
select queue.leave(m.id('w'));
select queue.register('host', 1, '1 minute');

-- What waits, by type.
select m.clear();
select m.job('1', '{"job_type": "x"}'), m.job('2', '{"job_type": "y", "run_at": "~-2 hours"}'), m.job('3', '{"job_type": "x", "status": "scheduled", "run_at": "~-5 hours"}'), m.job('4', '{"status": "running"}'),
       m.job('5', '{"status": "done", "job_type": "z"}'), m.job('6', '{"suspicion": 1}');
select * from queue.backlog();
select * from queue.backlog('{y}');

select m.clear();
select m.behind('drop trigger bounds on public.jobs');
select m.job('1', '{"job_type": "x", "run_at": "-infinity"}'), m.job('2', '{"job_type": "x", "run_at": "~-2 hours"}');
select * from queue.backlog();

-- as: sb_api
-- A worker is woken if one waits and lives.
select m.clear();
select m.worker('w', '{"is_idle": true}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.clear();
select m.worker('w', '{"is_idle": false}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

select m.clear();
select m.worker('w', '{"is_idle": true, "beat_at": "~-1 day"}');
select m.open('member');
insert into public.jobs (org_id, job_type) values (m.id('a'), 'x');

-- Totals of proposals: of drafts, of accepted and void ones, of selected items only, of their own.
select m.row('public.proposals', '{"org_id": "@b", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "status": "accepted", "owner_id": null}'),
       m.row('public.proposals', '{"org_id": "@a", "id": "@q", "client_id": "@c", "title": "Q", "currency": "EUR", "status": "void", "owner_id": null}'),
       m.row('public.proposals', '{"org_id": "@a", "id": "@p", "client_id": "@c", "title": "P", "currency": "EUR", "owner_id": null}');
select m.row('public.proposal_line_items', jsonb_build_object('org_id', '@' || o, 'proposal_id', '@' || p, 'position', n, 'label', 'L', 'quantity', 1,
    'unit_price_minor', 10 ^ n, 'is_selected', n <> 1, 'is_optional', true, 'id', '@' || o || p || n)) from unnest('{a,a,b}'::text[], '{p,q,p}'::text[]) u (o, p), generate_series(1, 3) n;
select m.open('member');
update public.proposal_line_items set unit_price_minor = 50 where org_id = m.id('a') and id = m.id('ap2');
delete from public.proposal_line_items where org_id = m.id('a') and id = m.id('ap3');
update public.proposal_line_items set unit_price_minor = 50 where org_id = m.id('a') and id = m.id('aq2');
insert into public.proposal_line_items (org_id, proposal_id, position, label, quantity, unit_price_minor) values (m.id('a'), m.id('p'), 9, 'L', 1, 7);

select m.open('admin');
delete from public.api_keys where org_id = m.id('a') and id = m.id('key');

select m.open('member');
delete from public.share_links where org_id = m.id('a') and id = m.id('link');
