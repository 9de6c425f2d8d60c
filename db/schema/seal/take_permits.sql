-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) RETURNS integer
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_bucket  constant text := session_user || ' ' || encode(sha256(p_bucket), 'hex');
    v_start   timestamptz;
    v_used    int;
    v_granted int;
begin
    if not (p_limit between 1 and 1000000 and p_seconds between 1 and 86400 and p_want between 1 and 1000000) then
        raise exception 'a limit, a window or a batch is out of range' using errcode = '22023';
    end if;
    v_start := to_timestamp(floor(extract(epoch from clock_timestamp()) / p_seconds) * p_seconds);
    v_granted := least(p_want, p_limit);
    insert into seal_private.permits (bucket, window_start, window_end, used)
    values (v_bucket, v_start, v_start + p_seconds * interval '1 second', v_granted) on conflict do nothing;
    if found then       -- a new window pays for the removal of old ones
        delete from seal_private.permits p using (
            select o.bucket, o.window_start from seal_private.permits o
             where o.window_end < clock_timestamp() order by o.window_end limit 20 for update skip locked) old
         where p.bucket = old.bucket and p.window_start = old.window_start;
        return v_granted;
    end if;
    select p.used into v_used from seal_private.permits p
     where p.bucket = v_bucket and p.window_start = v_start for update;
    v_granted := least(p_want, greatest(p_limit - coalesce(v_used, p_limit), 0));
    update seal_private.permits p set used = p.used + v_granted
     where p.bucket = v_bucket and p.window_start = v_start;
    return v_granted;
end $$;

ALTER FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) IS 'Takes up to so many permits of a bucket, which has a limit in each window of so many seconds; returns how many. A login has buckets of its own.';

REVOKE ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) TO sb_api;
GRANT ALL ON FUNCTION seal.take_permits(p_bucket bytea, p_limit integer, p_seconds integer, p_want integer) TO sb_gate;
