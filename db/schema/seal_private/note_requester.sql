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
    if v_context[1] = 'key' then
        new.requested_key := v_context[5]::uuid;
    elsif v_context[1] in ('job', 'system', 'billing') then
        new.requested_key := (select j.requested_key from public.jobs j where j.org_id = v_context[3]::uuid and j.id = v_context[5]::uuid);
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.note_requester() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.note_requester() IS 'a trigger: notes who asks, from the context';

REVOKE ALL ON FUNCTION seal_private.note_requester() FROM PUBLIC;
