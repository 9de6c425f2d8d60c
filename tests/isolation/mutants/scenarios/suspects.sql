-- as: sb_dispatch
-- Quarantines: proven and not; a suspect runs, or none; suspects that wait, are stopped, or of another queue; suspects without one.
select m.clear();
select m.worker('w');
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o, 'until', u)) from (values ('1', '~1 hour'), ('2', '~1 hour'),
    ('3', '~-1 hour'), ('4', '~-1 hour'), ('5', '~1 hour'), ('6', '~-1 hour')) q (o, u);
select m.job(o || n, jsonb_build_object('org_id', '@' || o, 'suspicion', (n < 3 and o not in ('5', '6', '8'))::int, 'priority', n + 1))
    from unnest('{1,2,3,4,5,6,7,8}'::text[]) o, generate_series(1, 4) n;
select m.job(o || 'r', jsonb_build_object('org_id', '@' || o, 'status', 'running', 'suspicion', s)) from (values ('1', 0), ('2', 1),
    ('4', 1)) r (o, s);
select m.job('1 waits', '{"org_id": "@1", "status": "scheduled", "suspicion": 1, "priority": 1}'),
    m.job('8 waits', '{"org_id": "@8", "status": "scheduled", "priority": 1}');
select queue.claim(m.id('w'), 100);
select m.locked('queue.quarantines'), m.locked('public.jobs');

select m.clear();
select m.worker('w');
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o, 'until', '~-1 hour')) from unnest('{1,2,3}'::text[]) o;
select m.job(o || n, jsonb_build_object('org_id', '@' || o, 'suspicion', (o <> '3' and n = 1)::int, 'priority', n,
    'job_type', case when n = 1 then 'y' else 'x' end)) from unnest('{1,2,3}'::text[]) o, generate_series(1, 4) n;
select m.row('queue.stops', '{"org_id": "@1", "is_operator": true, "reason": "x", "job_type": "y"}');
select queue.claim(m.id('w'), 3, array[m.id('1')], '{0}', '{2}', array[m.id('12')]);
select queue.claim(m.id('w'), 3, array[m.id('2')], '{0}', '{2}', array[m.id('22')], '1 hour', '{}', '{x}');
select queue.claim(m.id('w'), 3, array[m.id('2')], '{0}', '{2}', array[m.id('22')], '1 hour', '{}', '{y}');
select queue.claim(m.id('w'), 3, array[m.id('3')], '{0}', '{2}', array[m.id('32')]);
select m.locked('queue.quarantines');

-- What a quarantine says of one organization holds for no other.
select m.clear();
select m.worker('w');
select m.row('queue.quarantines', '{"org_id": "@2", "until": "~1 hour"}'), m.row('public.job_lanes', '{"org_id": "@3", "weight": 5}');
select m.job(o, jsonb_build_object('org_id', '@' || o, 'suspicion', (o = '2')::int)) from unnest('{1,2,3}'::text[]) o;
select org_id, job_id, weight, is_isolated from queue.claim(m.id('w'), 100);

select m.clear();
select m.worker('w');
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o)) from unnest('{1,2}'::text[]) o;
select m.job('1', '{"org_id": "@1", "suspicion": 1}'), m.job('2', '{"org_id": "@2", "suspicion": 1}');
select queue.claim(m.id('w'), 100, array[m.id('1')]);
select m.locked('queue.quarantines');
