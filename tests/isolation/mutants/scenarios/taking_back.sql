-- as: sb_dispatch
-- Taking back: of workers that are silent, alone and together, that left, that live; late jobs; the last attempt, crashes, suspects.
select m.clear();
select m.worker('live'), m.worker('alone', '{"beat_at": "~-1 day"}');
select m.job('r', '{"status": "running", "worker_id": "@alone"}'), m.job('s', '{"status": "running", "worker_id": "@live"}');
select queue.rescue(10);

select m.clear();
select m.worker('live'), m.worker('alone', '{"beat_at": "~-1 day", "company": 1}'),
    m.worker('many', '{"beat_at": "~-1 day", "company": 3}');
select m.job('a' || n, jsonb_build_object('status', 'running', 'worker_id', '@alone', 'crash_count', n % 3, 'suspicion', n / 3,
    'attempt', case when n > 5 then 5 else 1 end, 'attempt_tokens', n,
    'job_type', 'a' || n)) from generate_series(0, 8) n;
select m.job('m' || n, jsonb_build_object('status', 'running', 'worker_id', '@many', 'crash_count', n % 3, 'suspicion', n / 3,
    'attempt', case when n > 5 then 5 else 1 end,
    'job_type', 'm' || n, 'org_id', '@b')) from generate_series(0, 8) n;
select m.job('l' || n, jsonb_build_object('status', 'running', 'worker_id', '@live', 'deadline_at', '~-1 hour', 'suspicion', n % 2,
    'attempt', case when n > 1 then 5 else 1 end, 'crash_count', 2 * (n % 2),
    'job_type', 'l' || n, 'org_id', '@c')) from generate_series(0, 3) n;
select m.job('g' || n, jsonb_build_object('status', 'running', 'worker_id', '@left', 'suspicion', n % 2,
    'attempt', case when n > 1 then 5 else 1 end, 'crash_count', 2 * (n % 2),
    'job_type', 'g' || n, 'org_id', '@d')) from generate_series(0, 3) n;
select m.job('late alone', '{"status": "running", "worker_id": "@alone", "deadline_at": "~-1 hour"}'),
    m.job('late left', '{"status": "running", "worker_id": "@left", "deadline_at": "~-1 hour"}'),
       m.job('fine', '{"status": "running", "worker_id": "@live"}'),
           m.job('just late', '{"status": "running", "worker_id": "@live", "deadline_at": "~-10 seconds"}'),
       m.job('queued', '{"deadline_at": "~-1 hour"}'), m.job('aside', '{"status": "running", "worker_id": "@many"}');
select m.row('queue.set_aside', '{"org_id": "@a", "task": "rescue", "row_id": "@aside", "reason": "x", "retry_at": "~1 hour"}');
select queue.rescue(100);

-- Silence is counted once, of all that fell silent together, and of what runs.
select m.clear();
select m.worker('live'), m.worker('one', '{"beat_at": "~-1 day"}'), m.worker('two', '{"beat_at": "~-1 day"}'),
    m.worker('three', '{"beat_at": "~-1 day", "company": 7}');
select m.job('r' || n, jsonb_build_object('status', 'running', 'worker_id', '@' || w))
    from unnest('{one,two,two,three,live}'::text[]) with ordinality x (w, n);
select m.job('done', '{"status": "done", "worker_id": "@one"}');
select queue.rescue(2);
select queue.rescue(100);

-- Quarantines that are over, those with suspects of each state, and those that last.
select m.clear();
select m.row('queue.quarantines', jsonb_build_object('org_id', '@' || o, 'until', u)) from (values ('1', '~-1 hour'), ('2', '~1 hour'),
    ('3', '~-1 hour'), ('4', '~-1 hour'), ('5', '~-1 hour'), ('6', '~-1 hour')) q (o, u);
select m.job('3', '{"org_id": "@3", "suspicion": 1}'), m.job('4', '{"org_id": "@4", "suspicion": 1, "status": "dead"}'),
    m.job('5', '{"org_id": "@5"}'),
       m.job('6', '{"org_id": "@6", "suspicion": 1, "status": "scheduled"}'), m.worker('live'),
           m.worker('many', '{"beat_at": "~-1 day", "company": 3}');
select m.job('7', '{"org_id": "@7", "status": "running", "worker_id": "@many", "suspicion": 0}'),
    m.job('7 left', '{"org_id": "@8", "status": "running", "worker_id": "@left"}');
select queue.rescue(10);
