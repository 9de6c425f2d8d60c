-- as: sb_dispatch
-- Schedules that are due: active, in their time, not put aside; in turns.
select m.clear();
select m.schedule('s1'), m.schedule('s2', '{"next_run_at": "~1 hour"}'),
    m.schedule('s3', '{"is_active": false, "next_run_at": null, "off_reason": "x"}'), m.schedule('s4'), m.schedule('s5'),
       m.schedule('s6'), m.schedule('s7', '{"org_id": "@b"}'), m.schedule('s8', '{"org_id": "@c"}');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "fire", "row_id": "@s4", "reason": "x", "retry_at": "~1 hour"}'),
    m.row('queue.set_aside', '{"org_id": "@a", "task": "fire", "row_id": "@s5", "reason": "x", "retry_at": "~-1 hour"}'),
       m.row('queue.set_aside', '{"org_id": "@a", "task": "promote", "row_id": "@s6", "reason": "x", "retry_at": "~1 hour"}'),
           m.row('queue.set_aside', '{"org_id": "@d", "task": "fire", "row_id": "@s7", "reason": "x", "retry_at": "~1 hour"}');
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
select m.schedule('s1', '{"next_run_at": "~-1 hour", "catch_up": false}'), m.schedule('s2', '{"next_run_at": "~-1 hour"}'),
    m.schedule('s3', '{"catch_up": false}');
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '1 hour', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s2'), now() - interval '1 hour', now() + interval '1 hour');
select queue.fire_schedule(m.id('a'), m.id('s3'), now() - interval '10 seconds', now() + interval '1 hour');

select m.clear();
select m.schedule('s1');
select m.job('before', jsonb_build_object('unique_key', 'schedule ' || m.id('s1')));
select queue.fire_schedule(m.id('a'), m.id('s1'), now() - interval '10 seconds', now() + interval '1 hour');
