-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.accept_drift() RETURNS bigint
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_difference record;
    v_count      bigint := 0;
begin
    for v_difference in select * from seal.differences() loop
        perform system.record_for('00000000-0000-0000-0000-000000000000', 'schema.drift_accepted',
                                  v_difference.kind, v_difference.name,
                                  jsonb_build_object('noted', left(v_difference.noted, 10000),
                                                     'found', left(v_difference.found, 10000)));
        -- What was recorded, and nothing that came since.
        delete from seal.noted o where o.kind = v_difference.kind and o.name = v_difference.name;
        if v_difference.found is not null then
            insert into seal.noted (kind, name, content)
            values (v_difference.kind, v_difference.name, v_difference.found);
        end if;
        v_count := v_count + 1;
    end loop;
    return v_count;
end $$;

ALTER FUNCTION seal_private.accept_drift() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.accept_drift() IS 'Records each difference in the audit log of the platform''s organization, and notes it; both or neither. How many.';

REVOKE ALL ON FUNCTION seal_private.accept_drift() FROM PUBLIC;
