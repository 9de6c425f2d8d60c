-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.hold_back() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_open int;
begin
    select count(*) into v_open
      from public.proposal_sentences s
     where s.org_id = new.org_id and s.proposal_id = (to_jsonb(new) ->> tg_argv[1])::uuid
       and s.verdict = 'unsupported'
       and not exists (select from public.sentence_resolutions r
                        where r.org_id = s.org_id and r.sentence_id = s.id);
    if v_open > 0 then
        raise exception '% sentences have no support', v_open
            using errcode = '23514', constraint = tg_argv[0], schema = tg_table_schema, table = tg_table_name;
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.hold_back() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.hold_back() IS 'a trigger: no unsupported sentence leaves the house';

REVOKE ALL ON FUNCTION seal_private.hold_back() FROM PUBLIC;
