-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.show_invitation(p_proof bytea, p_org uuid, OUT organization text, OUT inviter text, OUT address text, OUT role text) RETURNS SETOF record
    LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select o.name, coalesce(nullif(btrim(p.full_name), ''), p.email), i.email, i.role
      from public.invitations i
      join public.organizations o on o.id = i.org_id
      join public.org_members m on m.org_id = i.org_id and m.user_id = i.invited_by
      join public.profiles p on p.id = m.user_id
     where i.org_id = p_org and i.id = seal_private.subject_of('invitation', p_proof, p_org)
       and i.accepted_at is null and seal_private.rank_of(m.role) >= seal_private.rank_of(i.role)
$$;

ALTER FUNCTION seal_auth.show_invitation(p_proof bytea, p_org uuid, OUT organization text, OUT inviter text, OUT address text, OUT role text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.show_invitation(p_proof bytea, p_org uuid, OUT organization text, OUT inviter text, OUT address text, OUT role text) IS 'Returns what an open invitation is for to who holds the secret of its link: the organization, the name of who invites, the address and the rank; no row where core.accept_invitation() would refuse it. Uses nothing up.';

REVOKE ALL ON FUNCTION seal_auth.show_invitation(p_proof bytea, p_org uuid, OUT organization text, OUT inviter text, OUT address text, OUT role text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.show_invitation(p_proof bytea, p_org uuid, OUT organization text, OUT inviter text, OUT address text, OUT role text) TO sb_auth;
