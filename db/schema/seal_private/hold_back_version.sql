-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.hold_back_version() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_open int;
begin
    select count(*) into v_open
      from public.proposal_sentences s
      join public.proposal_versions v
        on v.org_id = s.org_id and v.proposal_id = s.proposal_id and v.number = new.version
     where s.org_id = new.org_id and s.proposal_id = new.proposal_id and s.verdict = 'unsupported'
       and intelligence.times_shown(v.content, s.text) > 0
       and not exists (select from public.sentence_resolutions r
                        where r.org_id = s.org_id and r.sentence_id = s.id
                          and r.resolution in ('vouched', 'sourced') and r.wording is null);
    if v_open > 0 then
        raise exception '% sentences of the version have no support', v_open
            using errcode = '23514', constraint = 'share_links_sentences_hold_back', schema = 'public',
                table = 'share_links';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.hold_back_version() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.hold_back_version() IS 'a trigger: no version with an unsupported sentence is shown to a client';

REVOKE ALL ON FUNCTION seal_private.hold_back_version() FROM PUBLIC;
