-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.note_edits() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal.kind() = 'job' then
        return null;
    end if;
    delete from public.sentence_resolutions r
     using public.proposal_sentences s
     where s.org_id = new.org_id and s.proposal_id = new.id
       and r.org_id = s.org_id and r.sentence_id = s.id and r.resolution in ('rewritten', 'removed')
       and intelligence.still_shows(new.content, s.id);
    insert into public.sentence_resolutions (org_id, sentence_id, resolution)
    select s.org_id, s.id, 'rewritten'
      from public.proposal_sentences s
     where s.org_id = new.org_id and s.proposal_id = new.id and s.verdict <> 'supported'
       and not exists (select from public.sentence_resolutions r
                        where r.org_id = s.org_id and r.sentence_id = s.id)
       and intelligence.times_shown(old.content, s.section_id, s.text) > 0
       and intelligence.times_shown(new.content, s.section_id, s.text) is null;
    return null;
end $$;

ALTER FUNCTION seal_private.note_edits() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.note_edits() IS 'a trigger: which sentences an edit rewrote, and which it brought back';

REVOKE ALL ON FUNCTION seal_private.note_edits() FROM PUBLIC;
