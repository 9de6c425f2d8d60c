-- as: sb_dispatch
-- A heartbeat: what each job hears.
select m.clear();
select m.worker('w'), m.worker('v', '{"company": 3}');
select m.job('r' || n, jsonb_build_object('status', 'running', 'org_id', '@' || case when n < 20 then 'a' else 'b' end, 'job_type',
    't' || n)) from generate_series(1, 25) n;
select m.behind($$update public.jobs set cancel_requested = true where id = m.id('r2')$$);
select m.row('queue.stops', '{"org_id": "@a", "job_type": "t3", "is_operator": true, "reason": "x"}'),
    m.row('queue.stops', '{"org_id": "@c", "job_type": "t4", "is_operator": true, "reason": "x"}'),
       m.row('queue.stops', '{"org_id": "@platform", "job_type": "t5", "is_operator": true, "reason": "x"}'),
           m.row('queue.stops', '{"org_id": "@c", "is_operator": true, "reason": "x"}');
select m.behind($$update public.jobs set requested_by = m.id('gone')
    where id = m.id('r6'); update public.jobs set requested_by = m.id('member') where id = m.id('r7')$$);
select m.behind($$update public.jobs set requested_key = m.id('revoked key')
    where id = m.id('r8'); update public.jobs set requested_key = m.id('key') where id = m.id('r9')$$);
select m.behind($$update public.jobs set deadline_at = now() - interval '1 minute'
    where id = m.id('r10'); update public.jobs set max_tokens = 10 where id in (m.id('r11'), m.id('r12'))$$);
select m.behind($$update public.jobs set attempt_tokens = 7 where id = m.id('r13')$$);
select m.behind($$update public.jobs set worker_id = m.id('v') where id = m.id('r16')$$);
select m.behind($$update public.jobs set started_at = now() - interval '1 day' where id in (m.id('r1'), m.id('r14'), m.id('r16'),
    m.id('r17'))$$);
select m.behind($$update public.jobs set attempt_tokens = 7 where id = m.id('r17')$$);
select m.job('done', '{"status": "done", "worker_id": "@w", "started_at": "~-1 day", "attempt": 1}');
select m.job('r1', '{"status": "running", "org_id": "@b", "lease_token": "@lease r1", "job_type": "t1", "worker_id": "@v"}'),
    m.job('twin', '{"status": "running", "lease_token": "@lease r2", "worker_id": "@v"}');
select m.row('public.job_lanes', '{"org_id": "@b", "token_limit": 100, "tokens_used": 60}');
with j as materialized (select n, m.id(case when n < 20 then 'a' else 'b' end) as org, m.id('r' || n) as id, m.id('lease r' || n) as lease,
                               case when n in (11, 13) then 5 when n = 12 then 50 when n in (21, 22) then 30 else 0 end as used
                                   from unnest('{1,2,3,4,5,6,7,8,9,10,11,12,13,20,21,22}'::int[]) n)
select b.* from (select array_agg(org) as o, array_agg(id) as i, array_agg(lease) as l, array_agg(used::bigint) as u
    from j) x, queue.beat(m.id('w'), x.o, x.i, x.l, x.u) b;

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
select m.row('public.job_lanes', '{"org_id": "@1", "token_limit": 100, "tokens_used": 95}'),
    m.row('public.job_lanes', '{"org_id": "@2", "token_limit": 100, "tokens_used": 95, "period": "2020-01-01"}'),
       m.row('public.job_lanes', '{"org_id": "@3", "token_limit": 100}'),
           m.row('public.job_lanes', '{"org_id": "@5", "token_limit": 100, "tokens_used": 150}');
select b.* from (select array_agg(m.id(o)) as o, array_agg(m.id('r' || o)) as i, array_agg(m.id('lease r' || o)) as l, array_agg(u) as u
                   from (values ('1', 10::bigint), ('2', 10), ('3', 10), ('4', 200),
                       ('5', 0)) j (o, u)) x, queue.beat(m.id('w'), x.o, x.i, x.l, x.u) b;
