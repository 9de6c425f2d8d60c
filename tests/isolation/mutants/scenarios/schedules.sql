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

select m.schedule('one', '{"requested_by": "@admin"}'), m.schedule('two', '{"requested_by": "@admin"}'),
    m.schedule('three', '{"org_id": "@b", "name": "one"}');
select m.open('admin');
select queue.remove_schedule(m.id('a'), 'one');
select queue.remove_schedule(m.id('a'), 'three');

select m.schedule('one');
select m.open('admin');
select queue.remove_schedule(m.id('a'), 'one');
