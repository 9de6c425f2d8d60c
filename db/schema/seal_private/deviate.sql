-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_kind = 'policy' then
        execute format('comment on policy %I on %s is %L', p_name, p_relation, p_reason);
    elsif p_kind in ('key', 'foreign key') then
        -- raises where there is no such constraint or index
        if not exists (select from pg_constraint where conrelid = p_relation and conname = p_name) then
            perform format('%s.%I', (select relnamespace::regnamespace from pg_class where oid = p_relation),
                           p_name)::regclass;
        end if;
    end if;
    insert into seal.deviations (kind, relation, name, reason) values (p_kind, p_relation::text, p_name, p_reason);
end $$;

ALTER FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) IS 'writes a deviation down';

REVOKE ALL ON FUNCTION seal_private.deviate(p_kind text, p_relation regclass, p_name text, p_reason text) FROM PUBLIC;
