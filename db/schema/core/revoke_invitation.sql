-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION core.revoke_invitation(p_invitation uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := core.lock_as(3);
begin
    delete from public.invitations i where i.org_id = v_me.org_id and i.id = p_invitation and i.accepted_at is null;
    if not found then
        raise exception 'no such open invitation' using errcode = 'P0002';
    end if;
    perform seal_private.revoke_subject('invitation', v_me.org_id, p_invitation);
    perform system.record('member.uninvited', 'invitations', p_invitation::text);
end $$;

ALTER FUNCTION core.revoke_invitation(p_invitation uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION core.revoke_invitation(p_invitation uuid) IS 'An admin takes an open invitation back.';

REVOKE ALL ON FUNCTION core.revoke_invitation(p_invitation uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION core.revoke_invitation(p_invitation uuid) TO sb_api;
