-- as: sb_dispatch
-- Giving back. A twin in the other organization, another job with the same lease.
select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'),
    m.job('s', '{"status": "running", "lease_token": "@lease r"}');
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

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'),
    m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('none'), '{"reason": "x"}', 10);
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "x"}', 10);
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{"reason": "x"}', 10);

select m.job('r', '{"status": "running", "crash_count": 1, "run_at": "~-1 day"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "crash_count": 2, "run_at": "~-1 day"}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "attempt": 5}');
select queue.crashed(m.id('a'), m.id('r'), m.id('lease r'), '{}');

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'),
    m.job('s', '{"status": "running", "lease_token": "@lease r"}');
select queue.cancelled(m.id('a'), m.id('r'), m.id('none'), 10);
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'), 10);
select queue.cancelled(m.id('a'), m.id('r'), m.id('lease r'), 10);

select m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('r', '{"status": "running"}'),
    m.job('s', '{"status": "running", "lease_token": "@lease r"}');
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
select m.job('1', '{"job_type": "x"}'), m.job('2', '{"job_type": "y", "run_at": "~-2 hours"}'),
    m.job('3', '{"job_type": "x", "status": "scheduled", "run_at": "~-5 hours"}'), m.job('4', '{"status": "running"}'),
       m.job('5', '{"status": "done", "job_type": "z"}'), m.job('6', '{"suspicion": 1}');
select * from queue.backlog();
select * from queue.backlog('{y}');

select m.clear();
select m.behind('drop trigger bounds on public.jobs');
select m.job('1', '{"job_type": "x", "run_at": "-infinity"}'), m.job('2', '{"job_type": "x", "run_at": "~-2 hours"}');
select * from queue.backlog();
