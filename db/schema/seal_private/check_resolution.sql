-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.check_resolution() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if seal.kind() = 'job' then
        raise exception 'a person resolves a sentence, no job' using errcode = '42501';
    end if;
    if new.resolution in ('rewritten', 'removed')
       and (select intelligence.still_shows(p.content, s.id)
              from public.proposal_sentences s
              join public.proposals p on p.org_id = s.org_id and p.id = s.proposal_id
             where s.org_id = new.org_id and s.id = new.sentence_id) then
        raise exception 'the text has this sentence still'
            using errcode = '23514', schema = 'public', table = 'sentence_resolutions', column = 'resolution',
                constraint = 'sentence_resolutions_text_changed';
    end if;
    -- Word for word, in a passage that a client may be quoted.
    if new.note is not null and not exists (
        select from public.citations c
          join public.proposal_sentences s on s.org_id = c.org_id and s.proposal_id = c.proposal_id
          join public.org_brain b on b.org_id = c.org_id and b.id = c.org_brain_id
         where c.org_id = new.org_id and c.number = new.note and c.version is null and s.id = new.sentence_id
           and b.content_type <> 'internal' and strpos(b.content_text, c.quote) > 0) then
        raise exception 'no passage of the knowledge has this quote'
            using errcode = '23514', schema = 'public', table = 'sentence_resolutions', column = 'note',
                constraint = 'sentence_resolutions_quote_in_passage';
    end if;
    return new;
end $$;

ALTER FUNCTION seal_private.check_resolution() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.check_resolution() IS 'a trigger: a sentence is resolved by people, and as they say';

REVOKE ALL ON FUNCTION seal_private.check_resolution() FROM PUBLIC;
