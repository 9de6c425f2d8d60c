-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) RETURNS integer
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select seal_private.rank_of(m.role) from public.org_members m where m.org_id = p_org and m.user_id = p_user
$$;

ALTER FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) IS 'a person''s rank in an organization now, null for none';

REVOKE ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) TO sb_queue;
GRANT ALL ON FUNCTION seal_private.rank_in(p_org uuid, p_user uuid) TO sb_gate;
