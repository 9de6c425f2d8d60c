-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_invitation uuid;
begin
    for v_invitation in
        delete from public.invitations i
         where i.org_id = p_org and i.invited_by = p_inviter and i.accepted_at is null
           and seal_private.rank_of(i.role) > p_rank
        returning i.id
    loop
        perform seal_private.revoke_subject('invitation', p_org, v_invitation);
        perform system.record('member.uninvited', 'invitations', v_invitation::text,
                              '{"reason": "the inviter ranks lower by now"}');
    end loop;
end $$;

ALTER FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) OWNER TO sb_gate;

COMMENT ON FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) IS 'invitations end with the rank of whoever made them';

REVOKE ALL ON FUNCTION core.end_invitations_above(p_org uuid, p_inviter uuid, p_rank integer) FROM PUBLIC;
