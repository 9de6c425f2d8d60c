-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.note_edits() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_gone uuid[];
    v_back uuid[];
begin
    if seal.kind() = 'job' then
        return null;
    end if;
    -- Both texts are taken apart once, however many sentences there are.
    with shown as materialized (
        select t.text, t.is_sentence, -1 as side from intelligence.shown_texts(old.content) t
         union all
        select t.text, t.is_sentence, 1 from intelligence.shown_texts(new.content) t
    ), watched as materialized (
        select s.id, btrim(regexp_replace(s.text, '\s+', ' ', 'g')) as words
          from public.proposal_sentences s
         where s.org_id = new.org_id and s.proposal_id = new.id
           and (s.verdict <> 'supported' or exists (select from public.sentence_resolutions r
                                                     where r.org_id = s.org_id and r.sentence_id = s.id))
    ), counted as (
        select w.id, coalesce(sum(n.times) filter (where n.side < 0), 0) as before,
               coalesce(sum(n.times) filter (where n.side > 0), 0) as after
          from watched w
         cross join lateral (
             select t.side, case when t.is_sentence then (t.text = w.words)::int
                                 else (length(t.text) - length(replace(t.text, w.words, '')))
                                      / nullif(length(w.words), 0) end as times
               from shown t
         ) n
         group by w.id
    )
    select array_agg(c.id) filter (where c.before > 0 and c.after = 0),
           array_agg(c.id) filter (where c.after > c.before)
      into v_gone, v_back
      from counted c;
    delete from public.sentence_resolutions r
     where r.org_id = new.org_id and r.sentence_id = any (v_back) and r.resolution in ('rewritten', 'removed')
       and intelligence.still_shows(new.content, r.sentence_id);
    insert into public.sentence_resolutions (org_id, sentence_id, resolution)
    select s.org_id, s.id, 'rewritten'
      from public.proposal_sentences s
     where s.org_id = new.org_id and s.id = any (v_gone) and s.verdict <> 'supported'
       and not exists (select from public.sentence_resolutions r
                        where r.org_id = s.org_id and r.sentence_id = s.id);
    return null;
end $$;

ALTER FUNCTION seal_private.note_edits() OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.note_edits() IS 'a trigger: which sentences an edit rewrote, and which it brought back';

REVOKE ALL ON FUNCTION seal_private.note_edits() FROM PUBLIC;
