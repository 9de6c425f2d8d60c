-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.date_proposal() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if new.status = 'sent' then
        new.sent_at := coalesce(old.sent_at, now());
        new.decided_at := null;
    elsif new.status in ('accepted', 'declined', 'expired') then
        new.decided_at := now();
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.date_proposal() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.date_proposal() IS 'a trigger: when a proposal was sent and decided';

REVOKE ALL ON FUNCTION seal_private.date_proposal() FROM PUBLIC;
