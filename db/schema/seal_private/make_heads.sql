-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.make_heads(p_orgs uuid[]) RETURNS void
    LANGUAGE sql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    insert into public.audit_heads (org_id)
    select o.id from public.organizations o where o.id = any (p_orgs) order by o.id for key share
    on conflict on constraint audit_heads_pkey do nothing
$$;

ALTER FUNCTION seal_private.make_heads(p_orgs uuid[]) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.make_heads(p_orgs uuid[]) IS 'heads of organizations that have none yet';

REVOKE ALL ON FUNCTION seal_private.make_heads(p_orgs uuid[]) FROM PUBLIC;
