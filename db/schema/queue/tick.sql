-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.tick(p_keep interval DEFAULT '30 days'::interval, p_limit integer DEFAULT 1000) RETURNS TABLE(ended bigint, promoted bigint, rescued bigint, removed bigint, purged bigint, chained bigint, aside bigint)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    perform from queue.duty for update skip locked;
    if not found then
        return;     -- somebody is at it
    end if;
    ended := queue.attend('keys', p_keep, p_limit);
    promoted := queue.attend('promote', p_keep, p_limit);
    rescued := queue.attend('rescue', p_keep, p_limit);
    removed := queue.attend('sweep', p_keep, p_limit);
    purged := queue.attend('purge', p_keep, p_limit);
    chained := queue.attend('chain', p_keep, p_limit);
    aside := (select count(*) from queue.set_aside);
    if promoted > 0 or rescued > 0 then
        perform pg_notify('sealedbid_jobs', '');
    end if;
    return next;
end $$;

ALTER FUNCTION queue.tick(p_keep interval, p_limit integer) OWNER TO sb_queue;

COMMENT ON FUNCTION queue.tick(p_keep interval, p_limit integer) IS 'Ends what ended keys asked for, promotes, rescues, removes and purges, and lets the audit log''s chain go on, up to so many of each; jobs are kept so long after they end. What cannot be handled is put aside: how much is, by now. Null: the part failed for a reason that passes. No row: another does it now.';

REVOKE ALL ON FUNCTION queue.tick(p_keep interval, p_limit integer) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.tick(p_keep interval, p_limit integer) TO sb_dispatch;
