-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.locale_of(p_user uuid) RETURNS text
    LANGUAGE plpgsql STABLE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    return seal_private.as_locale((select u.raw_user_meta_data ->> 'locale' from auth.users u where u.id = p_user));
end $$;

ALTER FUNCTION seal_private.locale_of(p_user uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.locale_of(p_user uuid) IS 'the language of a person''s mails';

REVOKE ALL ON FUNCTION seal_private.locale_of(p_user uuid) FROM PUBLIC;
