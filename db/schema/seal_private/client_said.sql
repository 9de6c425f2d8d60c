-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.client_said(p_client bytea, p_type text, p_challenge bytea, p_origin text) RETURNS boolean
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_said jsonb;
begin
    if (octet_length(p_client) <= 4096) is not true then
        return false;
    end if;
    begin
        v_said := convert_from(p_client, 'UTF8')::jsonb;
    exception when data_exception or statement_too_complex or character_not_in_repertoire then
        return false;   -- no JSON
    end;
    return coalesce(v_said ->> 'type' = p_type and v_said ->> 'challenge' = seal_private.base64url(p_challenge)
                    and v_said ->> 'origin' = p_origin and v_said -> 'crossOrigin' is distinct from 'true'
                    and not v_said ? 'topOrigin', false);
end $$;

ALTER FUNCTION seal_private.client_said(p_client bytea, p_type text, p_challenge bytea, p_origin text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.client_said(p_client bytea, p_type text, p_challenge bytea, p_origin text) IS 'True if the client data are of this type, challenge and origin, and of no page inside another. Never null.';

REVOKE ALL ON FUNCTION seal_private.client_said(p_client bytea, p_type text, p_challenge bytea, p_origin text) FROM PUBLIC;
