-- as: owner
select m.clear();
select m.worker('live'), m.worker('old', '{"beat_at": "~-2 days"}'), m.worker('dead', '{"beat_at": "~-11 hours"}');
select m.job('1', '{"status": "done", "finished_at": "~-40 days"}'), m.job('2', '{"status": "done"}'), m.job('3');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@x", "reason": "x", "retry_at": "~-2 hours"}'),
    m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@y", "reason": "x", "retry_at": "~-1 minute"}');
select queue.sweep('30 days', 10);

select m.clear();
select m.job('1', '{"status": "scheduled", "run_at": "~-1 hour"}'), m.job('2', '{"status": "scheduled", "run_at": "~1 hour"}');
select m.job('3', '{"requested_key": "@key"}'), m.job('4', '{"requested_key": "@revoked key"}'),
    m.job('5', '{"requested_key": "@revoked key", "status": "dead"}');
select m.schedule('s1', '{"requested_key": "@revoked key"}'), m.schedule('s2', '{"requested_key": "@key"}'), m.schedule('s3'),
    m.schedule('s4', '{"requested_key": "@revoked key", "org_id": "@b", "name": "s1"}'),
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
