-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.lock_members(p_org uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if current_setting('transaction_isolation') <> 'read committed' then
        raise exception 'memberships change in read committed transactions only' using errcode = '25000';
    end if;
    perform from public.organizations o where o.id = p_org for no key update;
    if not found then
        raise exception 'no such organization' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION core.lock_members(p_org uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.lock_members(p_org uuid) IS 'one membership change of an organization after the other';

REVOKE ALL ON FUNCTION core.lock_members(p_org uuid) FROM PUBLIC;
