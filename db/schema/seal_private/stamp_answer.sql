-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.stamp_answer() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal.kind() = 'job' and (tg_op = 'UPDATE' or new.answer is not null) then
        raise exception 'a person answers and takes back, no job' using errcode = '42501';
    end if;
    new.answered_by := case when new.answer is not null then seal.user_id() end;
    new.answered_at := case when new.answer is not null then now() end;
    return new;
end $$;

ALTER FUNCTION seal_private.stamp_answer() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.stamp_answer() IS 'a trigger: who answered, and when, from the context';

REVOKE ALL ON FUNCTION seal_private.stamp_answer() FROM PUBLIC;
