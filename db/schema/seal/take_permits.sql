-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) RETURNS record
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_bucket constant text := session_user || ' ' || encode(sha256(p_bucket), 'hex');
    v_start  timestamptz;
    v_used   int;
begin
    if not (p_limit between 1 and 1000000 and p_seconds between 1 and 86400 and p_want between 1 and 1000000) then
        raise exception 'a limit, a window or a batch is out of range' using errcode = '22023';
    end if;
    v_start := to_timestamp(floor(extract(epoch from clock_timestamp()) / p_seconds) * p_seconds);
    granted := least(p_want, p_limit);
    remaining := p_limit - granted;
    insert into seal_private.permits (bucket, window_start, window_end, used)
    values (v_bucket, v_start, v_start + p_seconds * interval '1 second', granted) on conflict do nothing;
    if found then       -- a new window pays for the removal of old ones
        perform seal_private.purge_permits(20);
        return;
    end if;
    select p.used into v_used from seal_private.permits p
     where p.bucket = v_bucket and p.window_start = v_start for update;
    granted := least(p_want, greatest(p_limit - coalesce(v_used, p_limit), 0));
    remaining := greatest(p_limit - coalesce(v_used, p_limit) - granted, 0);
    update seal_private.permits p set used = p.used + granted
     where p.bucket = v_bucket and p.window_start = v_start;
end $$;

ALTER FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) IS 'Takes up to so many permits of a bucket, which has a limit in each window of so many seconds; returns how many, and how many the window has left. A login has buckets of its own.';

REVOKE ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) TO sb_api;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer, OUT granted integer, OUT remaining integer) TO sb_gate;
