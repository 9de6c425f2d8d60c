-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION queue.set_lane(p_org uuid, p_weight integer DEFAULT 1, p_max_running integer DEFAULT NULL::integer, p_token_limit bigint DEFAULT NULL::bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal_private.is_operator() is not true then
        raise exception 'only an admin of the platform sets this' using errcode = '42501';
    end if;
    insert into public.job_lanes as l (org_id, weight, max_running, token_limit)
    values (p_org, p_weight, p_max_running, p_token_limit)
    on conflict (org_id) do update
       set weight = excluded.weight, max_running = excluded.max_running, token_limit = excluded.token_limit;
    perform system.record_for(p_org, 'system.lane_changed', 'organizations', p_org::text,
                              jsonb_build_object('weight', p_weight, 'max_running', p_max_running,
                                                 'token_limit', p_token_limit));
end $$;

ALTER FUNCTION queue.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION queue.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) IS 'An organization''s weight and limits, as a whole: what is not given is the default. Recorded in its audit log.';

REVOKE ALL ON FUNCTION queue.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION queue.set_lane(p_org uuid, p_weight integer, p_max_running integer, p_token_limit bigint) TO sb_api;
