-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.assert_owner_left(p_org uuid) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if not exists (select from public.org_members m where m.org_id = p_org and m.role = 'owner') then
        raise exception 'an organization keeps at least one owner'
            using errcode = '23514', constraint = 'org_members_last_owner_stays';
    end if;
end $$;

ALTER FUNCTION core.assert_owner_left(p_org uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.assert_owner_left(p_org uuid) IS 'the last owner stays';

REVOKE ALL ON FUNCTION core.assert_owner_left(p_org uuid) FROM PUBLIC;
