-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.change_role(p_user uuid, p_role text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     constant record := core.lock_as(3);
    v_before text;
begin
    select m.role into v_before from public.org_members m where m.org_id = v_me.org_id and m.user_id = p_user;
    if not found then
        raise exception 'not a member' using errcode = 'P0002';
    end if;
    perform core.assert_not_above(greatest(seal_private.rank_of(v_before), seal_private.rank_of(p_role)), v_me.rank);
    update public.org_members m set role = p_role where m.org_id = v_me.org_id and m.user_id = p_user;
    perform core.assert_owner_left(v_me.org_id);
    perform core.end_invitations_above(v_me.org_id, p_user, seal_private.rank_of(p_role));
    perform system.record('member.ranked', 'org_members', p_user::text,
                          jsonb_build_object('from', v_before, 'to', p_role));
end $$;

ALTER FUNCTION core.change_role(p_user uuid, p_role text) OWNER TO sb_gate;

COMMENT ON FUNCTION core.change_role(p_user uuid, p_role text) IS 'An admin gives a member another rank: neither the old nor the new one is above their own. Their open invitations above the new rank end.';

REVOKE ALL ON FUNCTION core.change_role(p_user uuid, p_role text) FROM PUBLIC;
GRANT ALL ON FUNCTION core.change_role(p_user uuid, p_role text) TO sb_api;
