-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.differences(p_kind text DEFAULT NULL::text) RETURNS TABLE(kind text, name text, noted text, found text)
    LANGUAGE sql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select coalesce(n.kind, f.kind), coalesce(n.name, f.name), n.content, f.content
      from (select * from seal.noted o where o.kind = coalesce(p_kind, o.kind)) n
      full join seal.notable(p_kind) f on f.kind = n.kind and f.name = n.name
     where n.content is distinct from f.content
     order by 1, 2
$$;

ALTER FUNCTION seal.differences(p_kind text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.differences(p_kind text) IS 'Objects of the schema that are not as they were noted, of all kinds or this one. Noted is null for an object made by hand; found is null for one that is gone.';

REVOKE ALL ON FUNCTION seal.differences(p_kind text) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.differences(p_kind text) TO sb_tenant;
