-- as: sb_dispatch
select m.clear();
select m.worker('w'), m.job('1');
select org_id, job_id, attempt, priority, deadline_at, weight, is_isolated from queue.claim(m.id('none'), 10);
select org_id, job_id, attempt, priority, deadline_at, weight, is_isolated from queue.claim(m.id('w'), 10);

-- Everything is stopped, or a type, or an organization, or a type of it.
select m.clear();
select m.worker('w'), m.job('1');
select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "x"}');
select queue.claim(m.id('w'), 10);

select m.clear();
select m.worker('w');
select m.job(o || t, jsonb_build_object('org_id', '@' || o, 'job_type', t)) from unnest('{1,2,3}'::text[]) o, unnest('{x,y,z}'::text[]) t;
select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "x", "job_type": "y"}'),
       m.row('queue.stops', '{"org_id": "@1", "is_operator": false, "reason": "x"}'),
           m.row('queue.stops', '{"org_id": "@2", "is_operator": false, "reason": "x", "job_type": "z"}');
select queue.claim(m.id('w'), 10);

select m.clear();
select m.worker('w');
select m.job(o || t, jsonb_build_object('org_id', '@' || o, 'job_type', t)) from unnest('{1,2,3}'::text[]) o, unnest('{x,y,z}'::text[]) t;
select m.row('queue.stops', '{"org_id": "@platform", "is_operator": true, "reason": "x", "job_type": "y"}');
select queue.claim(m.id('w'), 10);

select m.clear();
select m.worker('w');
select m.job(o || t, jsonb_build_object('org_id', '@' || o, 'job_type', t)) from unnest('{1,2,3}'::text[]) o, unnest('{x,y,z}'::text[]) t;
select m.row('queue.stops', '{"org_id": "@1", "is_operator": false, "reason": "x"}');
select queue.claim(m.id('w'), 10);

-- Limits of lanes: how many run, and tokens of this month and of another.
select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o, 'est_tokens', 10))
    from unnest('{1,2,3,4,5,6}'::text[]) o, generate_series(1, 4) n;
select m.job(o || 'r', jsonb_build_object('org_id', '@' || o, 'status', 'running', 'est_tokens', 10, 'attempt_tokens', 20))
    from unnest('{1,2,3,4,5,6}'::text[]) o;
select m.row('public.job_lanes', '{"org_id": "@1", "max_running": 3}'), m.row('public.job_lanes', '{"org_id": "@2", "token_limit": 50}'),
       m.row('public.job_lanes', '{"org_id": "@3", "token_limit": 50, "tokens_used": 50}'),
           m.row('public.job_lanes', '{"org_id": "@4", "token_limit": 50, "tokens_used": 50, "period": "2020-01-01"}'),
       m.row('public.job_lanes', '{"org_id": "@5", "weight": 3}'), m.row('public.job_lanes', '{"org_id": "@7", "max_running": 3}');
select queue.claim(m.id('w'), 100);
select m.locked('public.job_lanes'), m.locked('public.jobs'), m.locked('queue.quarantines');

-- No tokens are left, and the job is thought to need none.
select m.clear();
select m.worker('w'), m.job('1', '{"org_id": "@1"}'), m.job('2', '{"org_id": "@2"}');
select m.row('public.job_lanes', '{"org_id": "@1", "token_limit": 50, "tokens_used": 50}');
select queue.claim(m.id('w'), 100);

-- Lanes that another session holds are left out.
select m.clear();
select m.worker('w'), m.job('1', '{"org_id": "@busy"}'), m.job('2', '{"org_id": "@busy too"}'), m.job('3', '{"org_id": "@3"}');
select queue.claim(m.id('w'), 100);

-- Each has its share: of those with room and tokens.
select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o)) from unnest('{1,2}'::text[]) o, generate_series(1, 6) n;
select m.row('public.job_lanes', '{"org_id": "@2", "max_running": 0}');
select queue.claim(m.id('w'), 4);
select m.locked('public.job_lanes'), m.locked('public.jobs');

select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o)) from unnest('{1,2}'::text[]) o, generate_series(1, 6) n;
select m.row('public.job_lanes', '{"org_id": "@2", "token_limit": 0}');
select queue.claim(m.id('w'), 4);
select m.locked('public.job_lanes'), m.locked('public.jobs');

select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o)) from unnest('{1,2}'::text[]) o, generate_series(1, 6) n;
select queue.claim(m.id('w'), 4);
select m.locked('public.jobs');

select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o)) from unnest('{1,2}'::text[]) o, generate_series(1, 6) n;
select m.row('public.job_lanes', '{"org_id": "@2", "token_limit": 1000, "weight": 3}');
select queue.claim(m.id('w'), 4);
select m.locked('public.jobs');

-- Where the last turn ended, and which queues.
select m.clear();
select m.worker('w');
select m.job(o || n, jsonb_build_object('org_id', '@' || o, 'priority', n, 'job_type', 'q' || n || '.x'))
    from unnest('{1,2}'::text[]) o, generate_series(1, 4) n;
select queue.claim(m.id('w'), 2, array[m.id('1'), m.id('2')], '{1,0}', '{2,0}', array[m.id('12'), m.id('0')]);
select queue.claim(m.id('w'), 10, null, null, null, null, '1 hour', '{"q3.x": 7200}', '{q3}');
