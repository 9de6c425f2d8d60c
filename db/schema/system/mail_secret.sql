-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION system.mail_secret() RETURNS TABLE(token text, code text, until timestamp with time zone)
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
                until := (select i.expires_at from public.invitations i
                           where i.org_id = v_own.org_id and i.id = v_own.resource_id);
                return next;
                return;
            end if;
        end loop;
    elsif v_own.resource_type = 'one_time_tokens' then
        until := (select t.expires_at from auth.one_time_tokens t
                   where t.id = v_own.resource_id and t.used_at is null and t.expires_at > clock_timestamp());
        v_secret := seal_private.one_time_secret(v_own.resource_id);
        if until is not null and v_secret is not null then
            token := seal_private.base64url(v_secret);
            code := seal_private.mail_code(v_secret);
            return next;
        end if;
    end if;
end $$;

ALTER FUNCTION system.mail_secret() OWNER TO sb_gate;

COMMENT ON FUNCTION system.mail_secret() IS 'The secret that the link in the open job''s mail carries, the six digits beside it (null for an invitation), and until when both are good. No row: it has none, or what it opened is used, revoked or expired. Raises NotAllowedError in every context but that of the mail''s job.';

REVOKE ALL ON FUNCTION system.mail_secret() FROM PUBLIC;
GRANT ALL ON FUNCTION system.mail_secret() TO sb_worker;
