-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.note_requester() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
begin
    new.requested_by := nullif(v_context[2], '')::uuid;
    new.requested_rank := coalesce(v_context[4]::smallint, 0);
    if v_context[1] <> 'session' then           -- which verifies it once more, and people ask for most jobs
        new.requested_key := seal.key_id();
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.note_requester() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.note_requester() IS 'a trigger: notes who asks, from the context';

REVOKE ALL ON FUNCTION seal_private.note_requester() FROM PUBLIC;
