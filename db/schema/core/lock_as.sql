-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    org_id := seal.org(p_rank);
    user_id := seal.user_id();
    if org_id is null or (seal.kind() = 'session') is not true then
        raise exception 'not allowed' using errcode = '42501';
    end if;
    perform core.lock_members(org_id);
    select seal_private.rank_of(m.role) into rank from public.org_members m
     where m.org_id = lock_as.org_id and m.user_id = lock_as.user_id;
    if (rank >= p_rank) is not true then
        raise exception 'not allowed' using errcode = '42501';
    end if;
end $$;

ALTER FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) OWNER TO sb_gate;

COMMENT ON FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) IS 'the organization and rank of the person who acts, under the lock';

REVOKE ALL ON FUNCTION core.lock_as(p_rank integer, OUT org_id uuid, OUT user_id uuid, OUT rank integer) FROM PUBLIC;
