-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_auth.rename_passkey(p_proof bytea, p_passkey uuid, p_name text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone, OUT last_used_at timestamp with time zone, OUT transports text[], OUT is_synced boolean) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_me constant record := seal_private.person_of(p_proof);
begin
    update auth.passkeys k set friendly_name = p_name where k.id = p_passkey and k.user_id = v_me.person
    returning k.id, k.friendly_name, k.created_at, k.last_used_at, k.transports, k.is_synced
         into rename_passkey.id, rename_passkey.friendly_name, rename_passkey.created_at, rename_passkey.last_used_at,
              rename_passkey.transports, rename_passkey.is_synced;
end $$;

ALTER FUNCTION seal_auth.rename_passkey(p_proof bytea, p_passkey uuid, p_name text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone, OUT last_used_at timestamp with time zone, OUT transports text[], OUT is_synced boolean) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_auth.rename_passkey(p_proof bytea, p_passkey uuid, p_name text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone, OUT last_used_at timestamp with time zone, OUT transports text[], OUT is_synced boolean) IS 'Gives one of the person''s own passkeys another name; null: they have none of this id. Raises CredentialRefusedError.';

REVOKE ALL ON FUNCTION seal_auth.rename_passkey(p_proof bytea, p_passkey uuid, p_name text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone, OUT last_used_at timestamp with time zone, OUT transports text[], OUT is_synced boolean) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_auth.rename_passkey(p_proof bytea, p_passkey uuid, p_name text, OUT id uuid, OUT friendly_name text, OUT created_at timestamp with time zone, OUT last_used_at timestamp with time zone, OUT transports text[], OUT is_synced boolean) TO sb_auth;
