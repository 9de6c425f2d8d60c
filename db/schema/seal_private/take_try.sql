-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.take_try(p_bucket bytea, p_free integer, p_wait interval DEFAULT '00:00:01'::interval, p_most interval DEFAULT '00:15:00'::interval, p_flat integer DEFAULT 0) RETURNS integer
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_until    timestamptz;
    v_failures int;
begin
    -- The update changes nothing and locks: whoever waits for the row has one, although a success removed it meanwhile.
    insert into auth.tries as t (bucket) values (p_bucket)
    on conflict (bucket) do update set failures = t.failures
    returning t.blocked_until, case when t.tried_at < clock_timestamp() - interval '1 hour' then 0 else t.failures end
         into v_until, v_failures;
    if v_until > clock_timestamp() then
        return ceil(extract(epoch from v_until - clock_timestamp()))::int;
    end if;
    v_failures := least(v_failures + 1, 1000);
    update auth.tries t
       set failures = v_failures, tried_at = clock_timestamp(),
           blocked_until = clock_timestamp()
               + case when v_failures < p_free then interval '0'
                      else least(p_wait * 2 ^ least(greatest(v_failures - p_free - p_flat, 0), 20), p_most) end
     where t.bucket = p_bucket;
    return 0;
end $$;

ALTER FUNCTION seal_private.take_try(p_bucket bytea, p_free integer, p_wait interval, p_most interval, p_flat integer) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.take_try(p_bucket bytea, p_free integer, p_wait interval, p_most interval, p_flat integer) IS 'counts a try, or says how long to wait';

REVOKE ALL ON FUNCTION seal_private.take_try(p_bucket bytea, p_free integer, p_wait interval, p_most interval, p_flat integer) FROM PUBLIC;
