-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.seal_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    new.content_sha256 := sha256(convert_to(
        jsonb_build_object('title', new.title, 'content', new.content, 'line_items', new.line_items)::text, 'UTF8'));
    return new;
end $$;

ALTER FUNCTION seal_private.seal_version() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.seal_version() IS 'a trigger: what a version''s signature will name';

REVOKE ALL ON FUNCTION seal_private.seal_version() FROM PUBLIC;
