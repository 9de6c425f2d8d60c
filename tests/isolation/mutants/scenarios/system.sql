-- as: sb_api
-- Stops: by each rank, of types, of jobs, of everything.
select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'x');
select queue.stop_jobs('because', m.id('a'), 'x');
select queue.stop_jobs('because', m.id('a'));

select m.open('member');
select queue.stop_jobs('because', m.id('a'), 'x');

select m.open('admin');
select queue.stop_jobs('because', m.id('b'), 'x');

select m.open('admin');
select queue.stop_jobs('because');

select m.open('operator', 'platform');
select queue.stop_jobs('because');
select queue.stop_jobs('because', m.id('a'), 'system.x');

select m.open('deputy', 'platform');
select queue.stop_jobs('because', m.id('a'));

select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'system.x');

select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'systemic');

select m.open('admin');
select queue.stop_jobs(' ', m.id('a'), 'x');

select m.open('admin');
select queue.stop_jobs(null, m.id('a'), 'x');

select m.open('operator', 'platform');
select m.job('r');
select queue.stop_jobs('because', null, null, m.id('r'));

select m.open('member');
select m.job('r', '{"org_id": "@b"}'), m.job('r'), m.job('s');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('viewer');
select m.job('r');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('member');
select m.job('r', '{"org_id": "@b"}');
select queue.stop_jobs('because', m.id('b'), null, m.id('r'));

select m.open('member');
select m.job('r', '{"status": "running"}');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('member');
select m.job('r', '{"status": "done"}');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('member');
select m.job('r', '{"job_type": "system.x"}');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('operator', 'platform');
select m.job('r', '{"job_type": "system.x"}');
select queue.stop_jobs('because', m.id('a'), null, m.id('r'));

select m.open('member');
select queue.stop_jobs('because', m.id('a'), null, m.id('none'));

-- A hundred of them: one's own, and those of others, which do not count.
select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('a'), 'y' || n, false, 'because' from generate_series(1, 100) n$$);
select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'x');

select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('a'), 'y' || n, n > 50, 'because' from generate_series(1, 100) n$$);
select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('b'), 'y' || n, false, 'because' from generate_series(1, 100) n$$);
select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because', m.id('a'), 'x');
select queue.resume_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.row('queue.stops', '{"org_id": "@a", "is_operator": false, "reason": "because"}');
select m.row('queue.stops', '{"org_id": "@b", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": true, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because', m.id('a'), 'x');
select queue.resume_jobs('because', m.id('a'));

select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": true, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@b", "job_type": "x", "is_operator": true, "reason": "because"}');
select m.row('queue.stops', '{"org_id": "@a", "job_type": "y", "is_operator": true, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.open('operator', 'platform');
select queue.resume_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@a", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.open('member');
select queue.resume_jobs('because', m.id('a'), 'x');

select m.row('queue.stops', '{"org_id": "@b", "job_type": "x", "is_operator": false, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because', m.id('b'), 'x');

select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "because"}');
select m.open('admin');
select queue.resume_jobs('because');

select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "because"}');
select m.open('operator', 'platform');
select queue.resume_jobs('because');

-- Trying again: what was a suspect, and it alone.
select m.clear();
select m.job('s', '{"status": "dead", "suspicion": 1}');
select m.open('member');
select queue.retry_job(m.id('s'), m.id('a'));

select m.job('r', '{"org_id": "@b", "status": "dead", "suspicion": 1}'), m.job('r', '{"status": "dead"}'), m.job('s', '{"status": "dead", "suspicion": 1}');
select m.open('member');
select queue.retry_job(m.id('r'), m.id('a'));
select queue.retry_job(m.id('s'), m.id('a'));

select m.job('r', '{"status": "cancelled"}'), m.job('s', '{"status": "done"}'), m.job('t', '{"status": "scheduled"}');
select m.open('member');
select queue.retry_job(m.id('r'), m.id('a'));
select queue.retry_job(m.id('s'), m.id('a'));
select queue.retry_job(m.id('t'), m.id('a'));
select queue.retry_job(m.id('none'), m.id('a'));

select m.job('r', '{"status": "dead"}');
select m.open('viewer');
select queue.retry_job(m.id('r'), m.id('a'));

select m.job('r', '{"status": "dead", "org_id": "@b"}');
select m.open('member');
select queue.retry_job(m.id('r'), m.id('b'));

select m.job('r', '{"status": "dead", "job_type": "system.x"}');
select m.open('member');
select queue.retry_job(m.id('r'), m.id('a'));

select m.job('r', '{"status": "dead", "job_type": "system.x"}');
select m.open('operator', 'platform');
select queue.retry_job(m.id('r'), m.id('a'));

select m.open('operator', 'platform');
select queue.set_lane(m.id('a'), 3, 4, 5);
select system.set_setting('x.y', '1');

select m.open('admin');
select queue.set_lane(m.id('a'), 3, 4, 5);

select m.open('admin');
select system.set_setting('x.y', '1');

select m.open('operator', 'platform');
select system.set_setting('x.y', '1', 'described', true);
select system.set_setting('x.y', '2');

-- as: owner
select queue.set_lane(m.id('a'), 3, 4, 5);

select m.open('admin');
select queue.stop_jobs('because', m.id('b'), 'system.x');
select queue.resume_jobs('because', m.id('b'), 'system.x');

-- as: sb_api
-- Schedules: by admins and the operator; reserved types; zones; times; a thousand.
select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');
select queue.set_schedule(m.id('a'), 'new', 'y', '0 0 * * *', 'Europe/Berlin', now() + interval '2 hours');
select queue.remove_schedule(m.id('a'), 'new');
select queue.remove_schedule(m.id('a'), 'new');

select m.open('member');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.open('operator', 'platform');
select queue.set_schedule(m.id('a'), 'new', 'system.x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.open('operator', 'platform');
select queue.set_schedule(m.id('platform'), 'new', 'system.x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.open_key('key');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'system.x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'Nowhere', now() + interval '1 hour');

select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', null);

select m.behind($$insert into public.job_schedules (org_id, name, job_type, cron, timezone, next_run_at, requested_rank, requested_by)
    select m.id('a'), 's' || n, 'x', '0 0 * * *', 'UTC', now(), 3, m.id('admin') from generate_series(1, 1000) n$$);
select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');
select queue.set_schedule(m.id('a'), 's1', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.behind($$insert into public.job_schedules (org_id, name, job_type, cron, timezone, next_run_at, requested_rank, requested_by)
    select m.id('b'), 's' || n, 'x', '0 0 * * *', 'UTC', now(), 3, m.id('admin') from generate_series(1, 1000) n$$);
select m.open('admin');
select queue.set_schedule(m.id('a'), 'new', 'x', '0 0 * * *', 'UTC', now() + interval '1 hour');

select m.schedule('one', '{"requested_by": "@admin"}'), m.schedule('two', '{"requested_by": "@admin"}'), m.schedule('three', '{"org_id": "@b", "name": "one"}');
select m.open('admin');
select queue.remove_schedule(m.id('a'), 'one');
select queue.remove_schedule(m.id('a'), 'three');

select m.schedule('one');
select m.open('admin');
select queue.remove_schedule(m.id('a'), 'one');

-- The audit log.
select m.open('viewer');
select system.record_event('file.read', 'files', 'x');
select system.record_event('proposal.exported', 'proposals', 'x');

select m.open('member');
select system.record_event('proposal.exported', 'proposals', 'x');
select system.record_event('member.left', 'proposals', 'x');
select system.record_event('link.viewed', 'share_links', 'x');

select m.open_link('link');
select system.record_event('link.viewed', 'share_links', m.id('link')::text);
select system.record_event('link.viewed', 'share_links', m.id('other')::text);
select system.record_event('link.viewed', 'proposals', m.id('link')::text);
select system.record_event('file.read', 'share_links', m.id('link')::text);

select m.mint('link', null, 'a', 4, 'link', '1 hour');
select system.record_event('file.read', 'share_links', m.id('link')::text);

select m.open_person('viewer');
select system.record_event('file.read', 'files', 'x');

select m.mint('session', 'viewer', null, 4, 'link', '1 hour');
select system.record_event('file.read', 'files', 'x');

select system.record_event('file.read', 'files', 'x');

select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"ip": null}'), m.event('e4', '{"ip": null, "user_agent": "x"}');
select m.event('e5', '{"org_id": "@b"}');
select m.open('owner');
select system.erase_addresses(m.id('a'), now() - interval '1 day');
select system.erase_addresses(m.id('a'), now() - interval '10 days');

select m.event('e1');
select m.open('admin');
select system.erase_addresses(m.id('a'), now());

select m.event('e1', '{"org_id": "@b"}');
select m.open('owner');
select system.erase_addresses(m.id('b'), now());

select m.event('e1');
select m.open('owner');
select system.erase_addresses(m.id('a'), null);

select m.event('e1');
select m.open('operator', 'platform');
select system.erase_addresses(m.id('a'), now());
select system.erase_addresses(m.id('nowhere'), now());

select m.row('public.audit_heads', '{"org_id": "@b"}');
select m.open('operator', 'platform');
select system.erase_addresses(m.id('nowhere'), now());

-- as: owner
select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"org_id": "@b", "created_at": "~-10 days"}');
select system.chain_audit_log(1);
select system.chain_audit_log(3);
select system.chain_audit_log(1000);
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 hour"}'), m.event('e3', '{"org_id": "@b", "created_at": "~-10 days"}');
select system.chain_audit_log(1);
select system.chain_audit_log(1000);

-- An organization whose events all have their place takes nothing from the share of another.
select m.behind('delete from public.audit_log');
select m.event('e0', '{"org_id": "@1"}');
select system.chain_audit_log(1000);
select m.event('e1'), m.event('e2'), m.event('e3');
select system.chain_audit_log(2);

-- An event that cannot be chained; an organization that is gone, which has no head.
select m.behind('delete from public.audit_log');
select m.event('e1', '{"org_id": "@gone"}'), m.event('e2');
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 day"}'), m.event('e3', '{"org_id": "@b"}');
select m.behind($b$create function m.fail() returns trigger language plpgsql as $a$ begin raise exception 'no' using errcode = 'P0001'; end $a$$b$);
select m.behind($b$create trigger fail before update on public.audit_log for each row when (old.id = m.id('e1')) execute function m.fail()$b$);
select system.chain_audit_log(1000);

select m.behind('delete from public.audit_log');
select m.event('e1'), m.event('e2', '{"created_at": "~-1 day"}'), m.event('e3', '{"org_id": "@b"}');
select m.behind($b$create function m.fail() returns trigger language plpgsql as $a$ begin raise exception 'no' using errcode = '40001'; end $a$$b$);
select m.behind($b$create trigger fail before update on public.audit_log for each row when (old.id = m.id('e1')) execute function m.fail()$b$);
select system.chain_audit_log(1000);
