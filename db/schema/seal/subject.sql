-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.subject(p_kind text) RETURNS uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context text[] := seal_private.context();
begin
    if v_context[1] = p_kind or (p_kind = 'job' and v_context[1] in ('system', 'billing')) then
        return v_context[5]::uuid;
    end if;
    return null;
end $$;

ALTER FUNCTION seal.subject(p_kind text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.subject(p_kind text) IS 'The id of the session, key, guest''s link or job that a context of this kind stands for. Null for another kind.';

REVOKE ALL ON FUNCTION seal.subject(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_tenant;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_gate;
GRANT ALL ON FUNCTION seal.subject(p_kind text) TO sb_queue;
