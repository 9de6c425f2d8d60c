-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.remove_member(p_user uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me     constant record := core.lock_as(case when p_user = seal.user_id() then 1 else 3 end);
    v_before text;
begin
    delete from public.org_members m where m.org_id = v_me.org_id and m.user_id = p_user returning m.role into v_before;
    if not found then
        raise exception 'not a member' using errcode = 'P0002';
    end if;
    perform core.assert_not_above(seal_private.rank_of(v_before), v_me.rank);
    perform core.assert_owner_left(v_me.org_id);
    perform seal_private.revoke_keys_of(v_me.org_id, p_user);
    perform core.end_invitations_above(v_me.org_id, p_user, 0);
    perform system.record(case when p_user = v_me.user_id then 'member.left' else 'member.removed' end,
                          'org_members', p_user::text, jsonb_build_object('role', v_before));
end $$;

ALTER FUNCTION core.remove_member(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.remove_member(p_user uuid) IS 'An admin removes a member of no higher rank, or anybody leaves; their API keys and open invitations end. The last owner stays.';

REVOKE ALL ON FUNCTION core.remove_member(p_user uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.remove_member(p_user uuid) TO sb_api;
