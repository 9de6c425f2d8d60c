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
select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('a'), 'y' || n, false, 'because'
    from generate_series(1, 100) n$$);
select m.open('admin');
select queue.stop_jobs('because', m.id('a'), 'x');

select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('a'), 'y' || n, n > 50, 'because'
    from generate_series(1, 100) n$$);
select m.behind($$insert into queue.stops (org_id, job_type, is_operator, reason) select m.id('b'), 'y' || n, false, 'because'
    from generate_series(1, 100) n$$);
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
