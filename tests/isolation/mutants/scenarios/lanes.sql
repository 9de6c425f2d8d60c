-- as: sb_dispatch
-- Whose turn it is, for each beginning and each length of the list.
select m.clear();
select m.job(o, jsonb_build_object('org_id', '@' || o, 'status', s, 'suspicion', n))
  from (values ('1', 'queued', 0), ('2', 'queued', 0), ('3', 'queued', 0), ('4', 'queued', 0), ('5', 'done', 0), ('6', 'queued', 1),
      ('7', 'queued', 1),
               ('8', 'queued', 0), ('9', 'queued', 1)) j (o, s, n);
select m.job('6 too', '{"org_id": "@6"}'), m.job('3 too', '{"org_id": "@3", "status": "scheduled", "suspicion": 1}'),
       m.job('6 runs', '{"org_id": "@6", "status": "running"}'), m.job('9 runs', '{"org_id": "@9", "status": "running", "suspicion": 1}');
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o)) from unnest('{3,6,8,9}'::text[]) o;
select m.row('queue.set_aside', '{"org_id": "@4", "task": "claim", "reason": "x", "retry_at": "~1 hour"}'),
       m.row('queue.set_aside', '{"org_id": "@3", "task": "claim", "reason": "x", "retry_at": "~-1 hour"}'),
       m.row('queue.set_aside', '{"org_id": "@2", "task": "promote", "reason": "x", "retry_at": "~1 hour"}');
select a, l, queue.lanes(m.id(a::text), l) from generate_series(0, 9) a, unnest('{1,2,3,1000}'::int[]) l;

select m.clear();
select m.job('5', '{"org_id": "@5", "status": "done"}'), m.job('7', '{"org_id": "@7", "suspicion": 1}'),
    m.job('8', '{"org_id": "@8", "status": "scheduled"}');
select queue.lanes(m.id('0'), 10), queue.lanes(m.id('6'), 10), queue.lanes(m.id('9'), 10);

select m.clear();
select m.job(o, jsonb_build_object('org_id', '@' || o)) from unnest('{1,2,6,7}'::text[]) o;
select m.job('3', '{"org_id": "@3", "status": "done"}'), m.job('4', '{"org_id": "@4", "suspicion": 1}');
select a, l, queue.lanes(m.id(a::text), l) from generate_series(0, 9) a, unnest('{1,2,3,4,5}'::int[]) l;
