-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) RETURNS smallint
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_credential seal_private.credentials;
    v_user       uuid;
    v_rank       int;
    v_asks_two   boolean;
    v_has_ticket boolean := false;
begin
    perform seal_private.assert_clean();
    select * into v_credential from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = p_kind and c.kind in ('session', 'key', 'link')
       and c.revoked_at is null and c.expires_at > clock_timestamp();
    if not found and p_kind = 'link' then       -- a ticket, which somebody else's transaction made: see seal.try_link()
        select c.* into v_credential
          from seal_private.link_tries t
          join seal_private.credentials c on c.subject = t.link_id and c.org_id = t.org_id and c.kind = 'link'
         where t.org_id = p_org and t.ticket = sha256(p_proof) and t.ticket_until > clock_timestamp()
           and t.ticket_of is distinct from pg_current_xact_id_if_assigned()::text::bigint
           and c.revoked_at is null and c.expires_at > clock_timestamp()
         limit 1;
        v_has_ticket := found;
    end if;
    if v_credential.stored is null then
        raise exception 'unknown, expired or revoked credential' using errcode = '28000';
    end if;
    if v_credential.kind <> 'session' and v_credential.org_id is distinct from p_org then
        raise exception 'the credential is for another organization' using errcode = '42501';
    end if;
    if v_credential.kind = 'link' then
        if not v_has_ticket and exists (select from public.share_links l
                                         where l.org_id = p_org and l.id = v_credential.subject
                                           and l.password_proof is not null) then
            raise exception 'the link asks for its password' using errcode = '28P01';
        end if;
        v_rank := 0;                                    -- a guest is nobody: the link's maker lends no identity
    else
        v_user := v_credential.user_id;
        select least(seal_private.rank_of(m.role), v_credential.rank_cap), o.require_mfa into v_rank, v_asks_two
          from public.org_members m join public.organizations o on o.id = m.org_id
         where m.org_id = p_org and m.user_id = v_user;
        if not found then
            raise exception 'not a member' using errcode = '42501';
        end if;
        -- of people: a key shows no factor, and goes on
        if v_asks_two and v_credential.kind = 'session' and v_credential.aal < 2 then
            raise exception 'the organization asks for a second factor' using errcode = '28S02';
        end if;
    end if;
    perform seal_private.bind(v_credential.kind, v_user, p_org, v_rank, v_credential.subject, v_credential.expires_at);
    return v_rank;
end $$;

ALTER FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) IS 'Opens a session, key or link in an organization; returns the rank. Raises CredentialRefusedError, NotAMemberError, PasswordAskedError if the link needs its password first (seal.try_link), FactorAskedError if the organization asks for a second factor that the session has not shown, and SessionNotCleanError: then close the connection. Raises an error if a context is open already.';

REVOKE ALL ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.open(p_kind text, p_proof bytea, p_org uuid) TO sb_tenant;
