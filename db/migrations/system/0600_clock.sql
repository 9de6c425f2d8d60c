-- migrate:up

-- The clock of the queue: when a job is due, until when a lease lasts, which month tokens count in. One function, so
-- that a test can put it forward instead of waiting; the audit notices (0075) where its body is another. The time of
-- the statement, not of the transaction: a lease is judged when it is shown.
create function queue.now() returns timestamptz
language sql stable parallel safe
return pg_catalog.statement_timestamp();
comment on function queue.now() is 'The clock of the queue: when the statement arrived.';
select seal_private.admit('queue.now()', 'sb_queue', '{sb_tenant, sb_gate, sb_seal}', 'the clock of the queue');

-- migrate:down
