-- as: sb_api
-- Trying again: what was a suspect, and it alone.
select m.clear();
select m.job('s', '{"status": "dead", "suspicion": 1}');
select m.open('member');
select queue.retry_job(m.id('s'), m.id('a'));

select m.job('r', '{"org_id": "@b", "status": "dead", "suspicion": 1}'), m.job('r', '{"status": "dead"}'),
    m.job('s', '{"status": "dead", "suspicion": 1}');
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
