-- as: sb_dispatch
-- A heartbeat: what each job hears.
select m.clear();
select m.worker('w'), m.worker('v', '{"company": 3}');
select m.job('r' || n, jsonb_build_object('status', 'running', 'org_id', '@' || case when n < 20 then 'a' else 'b' end, 'job_type', 't' || n)) from generate_series(1, 25) n;
select m.behind($$update public.jobs set cancel_requested = true where id = m.id('r2')$$);
select m.row('queue.stops', '{"org_id": "@a", "job_type": "t3", "is_operator": true, "reason": "x"}'), m.row('queue.stops', '{"org_id": "@c", "job_type": "t4", "is_operator": true, "reason": "x"}'),
       m.row('queue.stops', '{"org_id": "@platform", "job_type": "t5", "is_operator": true, "reason": "x"}'), m.row('queue.stops', '{"org_id": "@c", "is_operator": true, "reason": "x"}');
select m.behind($$update public.jobs set requested_by = m.id('gone') where id = m.id('r6'); update public.jobs set requested_by = m.id('member') where id = m.id('r7')$$);
select m.behind($$update public.jobs set requested_key = m.id('revoked key') where id = m.id('r8'); update public.jobs set requested_key = m.id('key') where id = m.id('r9')$$);
select m.behind($$update public.jobs set deadline_at = now() - interval '1 minute' where id = m.id('r10'); update public.jobs set max_tokens = 10 where id in (m.id('r11'), m.id('r12'))$$);
select m.behind($$update public.jobs set attempt_tokens = 7 where id = m.id('r13')$$);
select m.behind($$update public.jobs set worker_id = m.id('v') where id = m.id('r16')$$);
select m.behind($$update public.jobs set started_at = now() - interval '1 day' where id in (m.id('r1'), m.id('r14'), m.id('r16'), m.id('r17'))$$);
select m.behind($$update public.jobs set attempt_tokens = 7 where id = m.id('r17')$$);
select m.job('done', '{"status": "done", "worker_id": "@w", "started_at": "~-1 day", "attempt": 1}');
select m.job('r1', '{"status": "running", "org_id": "@b", "lease_token": "@lease r1", "job_type": "t1", "worker_id": "@v"}'), m.job('twin', '{"status": "running", "lease_token": "@lease r2", "worker_id": "@v"}');
select m.row('public.job_lanes', '{"org_id": "@b", "token_limit": 100, "tokens_used": 60}');
with j as materialized (select n, m.id(case when n < 20 then 'a' else 'b' end) as org, m.id('r' || n) as id, m.id('lease r' || n) as lease,
                               case when n in (11, 13) then 5 when n = 12 then 50 when n in (21, 22) then 30 else 0 end as used from unnest('{1,2,3,4,5,6,7,8,9,10,11,12,13,20,21,22}'::int[]) n)
select b.* from (select array_agg(org) as o, array_agg(id) as i, array_agg(lease) as l, array_agg(used::bigint) as u from j) x, queue.beat(m.id('w'), x.o, x.i, x.l, x.u) b;

select m.clear();
select m.worker('w');
select m.job('r', '{"status": "running"}'), m.job('r', '{"status": "running", "org_id": "@b"}'), m.job('s', '{"status": "running"}');
select * from queue.beat(m.id('none'), array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{1}');
select * from queue.beat(m.id('w'), array[m.id('a')], array[m.id('s')], array[m.id('lease r')], '{1}');
select * from queue.beat(m.id('w'), array[m.id('a')], array[m.id('r')], array[m.id('none')], '{1}');
select * from queue.beat(m.id('w'), array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{1}');
select * from queue.beat(m.id('w'), array[m.id('c')], array[m.id('r')], array[m.id('lease r')], '{1}');

-- One that runs no more, with the lease that it had.
select m.clear();
select m.behind('alter table public.jobs drop constraint jobs_lease_while_running');
select m.worker('w'), m.job('r', '{"status": "dead", "lease_token": "@lease r", "deadline_at": "~1 hour", "max_tokens": 2}');
select * from queue.beat(m.id('w'), array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{5}');

-- Everything is stopped; nothing is.
select m.clear();
select m.worker('w'), m.job('r', '{"status": "running"}');
select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "x"}');
select * from queue.beat(m.id('w'), array[m.id('a')], array[m.id('r')], array[m.id('lease r')], '{1}');

-- The budget of a lane: of this month and of another; others' jobs, and what does not run, are not in it.
select m.clear();
select m.worker('w');
select m.job('r' || o, jsonb_build_object('status', 'running', 'org_id', '@' || o)) from unnest('{1,2,3,4,5}'::text[]) o;
select m.job('d3', '{"status": "done", "org_id": "@3", "attempt_tokens": 900}');
select m.row('public.job_lanes', '{"org_id": "@1", "token_limit": 100, "tokens_used": 95}'), m.row('public.job_lanes', '{"org_id": "@2", "token_limit": 100, "tokens_used": 95, "period": "2020-01-01"}'),
       m.row('public.job_lanes', '{"org_id": "@3", "token_limit": 100}'), m.row('public.job_lanes', '{"org_id": "@5", "token_limit": 100, "tokens_used": 150}');
select b.* from (select array_agg(m.id(o)) as o, array_agg(m.id('r' || o)) as i, array_agg(m.id('lease r' || o)) as l, array_agg(u) as u
                   from (values ('1', 10::bigint), ('2', 10), ('3', 10), ('4', 200), ('5', 0)) j (o, u)) x, queue.beat(m.id('w'), x.o, x.i, x.l, x.u) b;

-- Taking back: of workers that are silent, alone and together, that left, that live; late jobs; the last attempt, crashes, suspects.
select m.clear();
select m.worker('live'), m.worker('alone', '{"beat_at": "~-1 day"}');
select m.job('r', '{"status": "running", "worker_id": "@alone"}'), m.job('s', '{"status": "running", "worker_id": "@live"}');
select queue.rescue(10);

select m.clear();
select m.worker('live'), m.worker('alone', '{"beat_at": "~-1 day", "company": 1}'), m.worker('many', '{"beat_at": "~-1 day", "company": 3}');
select m.job('a' || n, jsonb_build_object('status', 'running', 'worker_id', '@alone', 'crash_count', n % 3, 'suspicion', n / 3, 'attempt', case when n > 5 then 5 else 1 end, 'attempt_tokens', n,
    'job_type', 'a' || n)) from generate_series(0, 8) n;
select m.job('m' || n, jsonb_build_object('status', 'running', 'worker_id', '@many', 'crash_count', n % 3, 'suspicion', n / 3, 'attempt', case when n > 5 then 5 else 1 end,
    'job_type', 'm' || n, 'org_id', '@b')) from generate_series(0, 8) n;
select m.job('l' || n, jsonb_build_object('status', 'running', 'worker_id', '@live', 'deadline_at', '~-1 hour', 'suspicion', n % 2, 'attempt', case when n > 1 then 5 else 1 end, 'crash_count', 2 * (n % 2),
    'job_type', 'l' || n, 'org_id', '@c')) from generate_series(0, 3) n;
select m.job('g' || n, jsonb_build_object('status', 'running', 'worker_id', '@left', 'suspicion', n % 2, 'attempt', case when n > 1 then 5 else 1 end, 'crash_count', 2 * (n % 2),
    'job_type', 'g' || n, 'org_id', '@d')) from generate_series(0, 3) n;
select m.job('late alone', '{"status": "running", "worker_id": "@alone", "deadline_at": "~-1 hour"}'), m.job('late left', '{"status": "running", "worker_id": "@left", "deadline_at": "~-1 hour"}'),
       m.job('fine', '{"status": "running", "worker_id": "@live"}'), m.job('just late', '{"status": "running", "worker_id": "@live", "deadline_at": "~-10 seconds"}'),
       m.job('queued', '{"deadline_at": "~-1 hour"}'), m.job('aside', '{"status": "running", "worker_id": "@many"}');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@aside", "reason": "x", "retry_at": "~1 hour"}');
select queue.rescue(100);

-- Silence is counted once, of all that fell silent together, and of what runs.
select m.clear();
select m.worker('live'), m.worker('one', '{"beat_at": "~-1 day"}'), m.worker('two', '{"beat_at": "~-1 day"}'), m.worker('three', '{"beat_at": "~-1 day", "company": 7}');
select m.job('r' || n, jsonb_build_object('status', 'running', 'worker_id', '@' || w)) from unnest('{one,two,two,three,live}'::text[]) with ordinality x (w, n);
select m.job('done', '{"status": "done", "worker_id": "@one"}');
select queue.rescue(2);
select queue.rescue(100);

-- Quarantines that are over, those with suspects of each state, and those that last.
select m.clear();
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o, 'until', u)) from (values ('1', '~-1 hour'), ('2', '~1 hour'), ('3', '~-1 hour'), ('4', '~-1 hour'), ('5', '~-1 hour'), ('6', '~-1 hour')) q (o, u);
select m.job('3', '{"org_id": "@3", "suspicion": 1}'), m.job('4', '{"org_id": "@4", "suspicion": 1, "status": "dead"}'), m.job('5', '{"org_id": "@5"}'),
       m.job('6', '{"org_id": "@6", "suspicion": 1, "status": "scheduled"}'), m.worker('live'), m.worker('many', '{"beat_at": "~-1 day", "company": 3}');
select m.job('7', '{"org_id": "@7", "status": "running", "worker_id": "@many", "suspicion": 0}'), m.job('7 left', '{"org_id": "@8", "status": "running", "worker_id": "@left"}');
select queue.rescue(10);

-- as: owner
select m.clear();
select m.worker('live'), m.worker('old', '{"beat_at": "~-2 days"}'), m.worker('dead', '{"beat_at": "~-11 hours"}');
select m.job('1', '{"status": "done", "finished_at": "~-40 days"}'), m.job('2', '{"status": "done"}'), m.job('3');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@x", "reason": "x", "retry_at": "~-2 hours"}'), m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@y", "reason": "x", "retry_at": "~-1 minute"}');
select queue.sweep('30 days', 10);

select m.clear();
select m.job('1', '{"status": "scheduled", "run_at": "~-1 hour"}'), m.job('2', '{"status": "scheduled", "run_at": "~1 hour"}');
select m.job('3', '{"requested_key": "@key"}'), m.job('4', '{"requested_key": "@revoked key"}'), m.job('5', '{"requested_key": "@revoked key", "status": "dead"}');
select m.schedule('s1', '{"requested_key": "@revoked key"}'), m.schedule('s2', '{"requested_key": "@key"}'), m.schedule('s3'), m.schedule('s4', '{"requested_key": "@revoked key", "org_id": "@b", "name": "s1"}'),
       m.schedule('s5', '{"requested_key": "@revoked key", "is_active": false, "next_run_at": null, "off_reason": "x"}');
select m.schedule('s1', '{"org_id": "@b", "name": "twin"}');
select queue.promote(10);
select queue.end_with_keys(10);
select queue.end_schedules_of_keys(10);

-- as: sb_dispatch
select m.clear();
select m.job('1', '{"status": "scheduled", "run_at": "~-1 hour"}');
select * from queue.tick();
select * from queue.tick();

select m.clear();
select m.job('1', '{"status": "running"}');
select * from queue.tick();

select m.clear();
select * from queue.tick();

select m.clear();
select m.behind('delete from queue.duty');
select m.job('1', '{"status": "scheduled", "run_at": "~-1 hour"}');
select * from queue.tick();

-- Schedules that are due: active, in their time, not put aside; in turns.
select m.clear();
select m.schedule('s1'), m.schedule('s2', '{"next_run_at": "~1 hour"}'), m.schedule('s3', '{"is_active": false, "next_run_at": null, "off_reason": "x"}'), m.schedule('s4'), m.schedule('s5'),
       m.schedule('s6'), m.schedule('s7', '{"org_id": "@b"}'), m.schedule('s8', '{"org_id": "@c"}');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "fire", "row_id": "@s4", "reason": "x", "retry_at": "~1 hour"}'), m.row('queue.set_aside', '{"org_id": "@a", "task": "fire", "row_id": "@s5", "reason": "x", "retry_at": "~-1 hour"}'),
       m.row('queue.set_aside', '{"org_id": "@a", "task": "promote", "row_id": "@s6", "reason": "x", "retry_at": "~1 hour"}'), m.row('queue.set_aside', '{"org_id": "@d", "task": "fire", "row_id": "@s7", "reason": "x", "retry_at": "~1 hour"}');
select * from queue.due_schedules(100);

select m.clear();
select m.behind('alter table public.job_schedules drop constraint job_schedules_on_or_off');
select m.schedule('s1', '{"is_active": false}'), m.schedule('s2', '{"next_run_at": "1800-01-01 00:00:00+00"}'), m.schedule('s3');
select * from queue.due_schedules(100);
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');

-- Firing: as it is due, another time, too early, another row; a next time that is none.
select m.clear();
select m.schedule('s1', '{"org_id": "@b", "name": "twin"}'), m.schedule('s0'), m.schedule('s1');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '11 seconds', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('none'), now() - interval '10 seconds', now() + interval '1 hour');
select queue.fire_schedule(m.id('c'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() - interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() + interval '1 hour', now() + interval '2 hours');

select m.clear();
select m.schedule('s1');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', null);

select m.clear();
select m.schedule('s1', '{"requested_by": "@member", "requested_rank": 4}'), m.job('before', '{"unique_key": "x"}');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');

select m.clear();
select m.schedule('s1', '{"requested_by": "@gone"}');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');

select m.clear();
select m.schedule('s1', '{"requested_by": "@admin", "requested_key": "@key"}'), m.schedule('s2', '{"requested_key": "@revoked key"}');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s2'), now() - interval '10 seconds', now() + interval '1 hour');

select m.clear();
select m.schedule('s1', '{"next_run_at": "~-1 hour", "catch_up": false}'), m.schedule('s2', '{"next_run_at": "~-1 hour"}'), m.schedule('s3', '{"catch_up": false}');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '1 hour', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s2'), now() - interval '1 hour', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s3'), now() - interval '10 seconds', now() + interval '1 hour');

select m.clear();
select m.schedule('s1');
select m.job('before', jsonb_build_object('unique_key', 'schedule ' || m.id('s1')));
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');
