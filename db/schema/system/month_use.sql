-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.month_use(OUT tokens bigint, OUT token_limit bigint) RETURNS record
    LANGUAGE plpgsql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_org   constant uuid := seal.org(2);
    v_month constant date := date_trunc('month', queue.now() at time zone 'UTC')::date;
begin
    if v_org is null then
        raise exception 'members alone see what their organization has used' using errcode = '42501';
    end if;
    select least(coalesce(sum(u.tokens), 0), 1000000000000)
      into tokens
      from public.usage_events u where u.org_id = v_org and u.period = v_month;
    select l.token_limit into token_limit from public.job_lanes l where l.org_id = v_org;
end $$;

ALTER FUNCTION system.month_use(OUT tokens bigint, OUT token_limit bigint) OWNER TO sb_gate;

COMMENT ON FUNCTION system.month_use(OUT tokens bigint, OUT token_limit bigint) IS 'Tokens that the open organization has used in this month (UTC), by the events of attempts that have ended, and the limit that its lane has; null: no limit. The events of attempts have no money.';

REVOKE ALL ON FUNCTION system.month_use(OUT tokens bigint, OUT token_limit bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION system.month_use(OUT tokens bigint, OUT token_limit bigint) TO sb_tenant;
