-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.assert_not_above(p_rank integer, p_own integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if (p_rank <= p_own) is not true then
        raise exception 'the rank is above your own'
            using errcode = '23514', constraint = 'org_members_rank_not_above_own';
    end if;
end $$;

ALTER FUNCTION core.assert_not_above(p_rank integer, p_own integer) OWNER TO sb_gate;

COMMENT ON FUNCTION core.assert_not_above(p_rank integer, p_own integer) IS 'a person changes no rank above their own';

REVOKE ALL ON FUNCTION core.assert_not_above(p_rank integer, p_own integer) FROM PUBLIC;
