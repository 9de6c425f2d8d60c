-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.mail_secret() RETURNS TABLE(token text, code text)
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_own    constant public.deliveries := system.own_delivery();
    v_secret bytea;
begin
    if v_own.status <> 'queued' then
        return;
    elsif v_own.resource_type = 'invitations' then
        foreach v_secret in array seal_private.mail_secrets('invitation.' || v_own.org_id || '.' || v_own.resource_id)
        loop
            token := seal_private.invitation_token(v_own.org_id, v_secret);
            if seal_private.is_good('invitation', sha256(convert_to(token, 'UTF8')), v_own.org_id) then
                return next;
                return;
            end if;
        end loop;
    elsif v_own.resource_type = 'one_time_tokens' then
        v_secret := seal_private.one_time_secret(v_own.resource_id);
        if v_secret is not null then
            token := seal_private.base64url(v_secret);
            code := seal_private.mail_code(v_secret);
            return next;
        end if;
    end if;
end $$;

ALTER FUNCTION system.mail_secret() OWNER TO sb_gate;

COMMENT ON FUNCTION system.mail_secret() IS 'The secret that the link in the open job''s mail carries, and the six digits beside it (null for an invitation). No row: it has none, or what it opened is used, revoked or expired. Raises NotAllowedError in every context but that of the mail''s job.';

REVOKE ALL ON FUNCTION system.mail_secret() FROM PUBLIC;
GRANT ALL ON FUNCTION system.mail_secret() TO sb_worker;
