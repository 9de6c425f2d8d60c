-- migrate:up

-- The sentences of a working text, each with the verdict on it. Jobs alone write them; a draft replaces them all.
create table public.proposal_sentences (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    proposal_id uuid not null,
    position    int not null,
    section_id  text not null,
    block       int not null,
    number      int not null,
    text        text not null,
    verdict     text not null,
    reasons     jsonb not null default '[]',
    notes       int[] not null default '{}',
    answers     text[] not null default '{}',
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint proposal_sentences_pkey primary key (org_id, id),
    constraint proposal_sentences_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint proposal_sentences_position_key unique (org_id, proposal_id, position),
    constraint proposal_sentences_position_counted check (position > 0),
    constraint proposal_sentences_section_given check (section_id <> '' and length(section_id) <= 100),
    constraint proposal_sentences_block_not_negative check (block >= 0),
    constraint proposal_sentences_number_not_negative check (number >= 0),
    constraint proposal_sentences_text_given check (btrim(text) <> '' and length(text) <= 20000),
    constraint proposal_sentences_verdict_known check (verdict in (
        'supported',      -- what it cites says it
        'weak',           -- what it cites is near it; a person should look
        'unsupported')),  -- nothing says it: it holds the proposal back until a person resolves it
    constraint proposal_sentences_reasons_are_a_list check (jsonb_typeof(reasons) = 'array'),
    constraint proposal_sentences_reasons_of_a_doubt check (verdict <> 'supported' or reasons = '[]')
);
comment on table public.proposal_sentences is
    'The sentences of a proposal''s working text as they were judged, in their order. See sentence_resolutions.';
comment on column public.proposal_sentences.position is 'The number that people call it by, from 1, in all the text.';
comment on column public.proposal_sentences.block is
    'The place of its block in the section, from 0; number: its place in the block. Both as the draft had them.';
comment on column public.proposal_sentences.text is 'The sentence that was judged; not what a person wrote since.';
comment on column public.proposal_sentences.reasons is
    'Faults, each {"fault": its kind, "what": the words that have it, "why": a sentence for a person}.';
comment on column public.proposal_sentences.notes is 'The numbers of the citations that it stands on.';
comment on column public.proposal_sentences.answers is 'The keys of the answers of people that it stands on.';

select seal_private.protect('public.proposal_sentences', p_change => null, p_remove => 'member', p_kind => 'job',
    p_most => '{"text": 80000, "reasons": 100000}');

-- What people did about a sentence: each act is a row, and the newest says what holds. None: nobody has resolved it.
create table public.sentence_resolutions (
    org_id      uuid not null,
    id          uuid not null default seal.new_id(),
    sentence_id uuid not null,
    resolution  text not null,
    wording     text,
    note        int,
    reason      text not null default '',
    resolved_by uuid default seal.user_id(),
    created_at  timestamptz not null default now(),
    updated_at  timestamptz not null default now(),
    constraint sentence_resolutions_pkey primary key (org_id, id),
    constraint sentence_resolutions_sentence_fkey foreign key (org_id, sentence_id)
        references public.proposal_sentences (org_id, id) on delete cascade,
    constraint sentence_resolutions_resolution_known check (resolution in (
        'vouched',      -- a person answers for it as it is
        'rewritten',    -- a person wrote it in other words
        'sourced',      -- a person found a passage that says it
        'removed')),    -- a person took it out of the text
    constraint sentence_resolutions_wording_given check (btrim(wording) <> '' and length(wording) <= 20000),
    constraint sentence_resolutions_wording_of_a_rewrite
        check (wording is null or resolution in ('rewritten', 'sourced')),
    constraint sentence_resolutions_reason_is_short check (length(reason) <= 2000),
    constraint sentence_resolutions_note_counted check (note > 0),
    constraint sentence_resolutions_note_of_a_source check ((resolution = 'sourced') = (note is not null))
);
comment on table public.sentence_resolutions is
    'Decisions of people about judged sentences. Without one, an unsupported sentence holds its proposal back.';
comment on column public.sentence_resolutions.wording is
    'The sentence as it was rewritten, also if it was given a source after that. Null: it is as it was judged, or the '
    'text was edited as a whole.';
comment on column public.sentence_resolutions.note is 'The number of the citation that a person added.';
comment on column public.sentence_resolutions.reason is 'The reason why the person answers for it, in their words.';
comment on column public.sentence_resolutions.resolved_by is
    'The person, from the context; a plain column, so that it outlives their membership. created_at says when.';
create index sentence_resolutions_sentence_idx on public.sentence_resolutions (org_id, sentence_id, created_at desc);

select seal_private.protect('public.sentence_resolutions', p_change => null, p_remove => 'member',
    p_fixed => '{resolved_by}', p_most => '{"wording": 80000}');

-- A rewritten sentence has to be gone from the text, and a source has to say its quote --------------------------------

-- The texts that a page shows, with single spaces. A block with sentences is these; another one is whole.
create function intelligence.shown_texts(p_content jsonb) returns table (text text, is_sentence boolean)
language sql immutable parallel safe
begin atomic
    select btrim(regexp_replace(t.text, '\s+', ' ', 'g')), t.is_sentence
      from jsonb_path_query(p_content, 'lax $.sections[*].blocks[*]') b (block)                  -- noqa: PRS
     cross join lateral (
         select one.sentence ->> 'text', true
           from jsonb_path_query(b.block, 'lax $.sentences[*]') one (sentence)
          union all
         select b.block ->> 'text', false
          where not jsonb_path_exists(b.block, 'lax $.sentences[0]')
          union all
         select c.cell #>> '{}', false
           from jsonb_path_query(b.block, 'lax $.table.rows[*][*]') c (cell)
     ) t (text, is_sentence);
end;
comment on function intelligence.shown_texts(jsonb) is
    'The sentences, blocks and cells of a proposal''s content, with single spaces.';

create function intelligence.times_shown(p_content jsonb, p_text text) returns bigint
language sql immutable parallel safe
begin atomic
    select nullif(sum(case when t.is_sentence then (t.text = w.words)::int
                           else (length(t.text) - length(replace(t.text, w.words, ''))) / nullif(length(w.words), 0)
                      end), 0)
      -- No sentence is longer: a longer text is shown nowhere.
      from (select btrim(regexp_replace(case when length(p_text) <= 20000 then p_text end,
                                        '\s+', ' ', 'g')) as words) w                       -- noqa: PRS
     cross join intelligence.shown_texts(p_content) t;
end;
comment on function intelligence.times_shown(jsonb, text) is
    'The number of times that a proposal''s content shows a text, word for word and in any section. Null: none.';

-- Of several judged sentences with the same words, those that were not rewritten account for one showing each.
create function intelligence.still_shows(p_content jsonb, p_sentence uuid) returns boolean
language sql stable parallel restricted
begin atomic
    select intelligence.times_shown(p_content, s.text)
           > (select count(*)
                from public.proposal_sentences o
               where o.org_id = s.org_id and o.proposal_id = s.proposal_id and o.id <> s.id and o.text = s.text
                 and not exists (select from public.sentence_resolutions r
                                  where r.org_id = o.org_id and r.sentence_id = o.id
                                    and r.resolution in ('rewritten', 'removed')))
      from public.proposal_sentences s
     where s.org_id = (select seal.org(1)) and s.id = p_sentence;
end;
comment on function intelligence.still_shows(jsonb, uuid) is
    'True if the content shows the judged sentence; else false or null.';
select seal_private.admit('intelligence.shown_texts(jsonb)', 'sb_owner', '{sb_tenant}',
           'triggers of tenants look whether a sentence is in a text'),
       seal_private.admit('intelligence.times_shown(jsonb, text)', 'sb_owner', '{sb_tenant}',
           'triggers of tenants look whether a sentence is in a text'),
       seal_private.admit('intelligence.still_shows(jsonb, uuid)', 'sb_owner', '{sb_tenant}',
           'triggers of tenants look whether a sentence is in a text');

create function seal_private.check_resolution() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
select seal_private.admit('seal_private.check_resolution()', 'sb_seal', '{}',
           'a trigger: a sentence is resolved by people, and as they say');
create trigger check_resolution before insert on public.sentence_resolutions
    for each row execute function seal_private.check_resolution();

-- Whoever edits the text as a whole rewrites the sentences that are gone from it; those that come back are open again.
create function seal_private.note_edits() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
select seal_private.admit('seal_private.note_edits()', 'sb_seal', '{}',
           'a trigger: which sentences an edit rewrote, and which it brought back');
create trigger note_edits after update of content on public.proposals for each row
    when (old.content is distinct from new.content) execute function seal_private.note_edits();

-- The gate: nothing leaves the house with a sentence that nothing supports and nobody has resolved --------------------

-- Its arguments are the constraint and the column with the proposal's id.
create function seal_private.hold_back() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
select seal_private.admit('seal_private.hold_back()', 'sb_seal', '{}',
           'a trigger: no unsupported sentence leaves the house');
create trigger sentences_hold_back before update on public.proposals for each row
    when (old.status <> new.status and new.status in ('approved', 'sent'))
    execute function seal_private.hold_back('proposals_sentences_hold_back', 'id');
create trigger sentences_hold_back before insert on public.proposal_versions for each row
    when (new.reason = 'sent')
    execute function seal_private.hold_back('proposal_versions_sentences_hold_back', 'proposal_id');
create trigger sentences_hold_back before insert on public.share_links for each row
    when (new.proposal_id is not null)
    execute function seal_private.hold_back('share_links_sentences_hold_back', 'proposal_id');

-- A link shows a version, and people may have taken a sentence out of the working text since that was frozen.
create function seal_private.hold_back_version() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
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
select seal_private.admit('seal_private.hold_back_version()', 'sb_seal', '{}',
           'a trigger: no version with an unsupported sentence is shown to a client');
create trigger versions_hold_back before insert on public.share_links for each row
    when (new.proposal_id is not null) execute function seal_private.hold_back_version();

-- migrate:down
