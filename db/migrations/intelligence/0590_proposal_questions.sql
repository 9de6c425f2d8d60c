-- migrate:up

-- What only a person can say about a proposal: asked once for each text of its brief, and remembered.
create table public.proposal_questions (
    org_id       uuid not null,
    id           uuid not null default seal.new_id(),
    proposal_id  uuid not null,
    brief_sha256 bytea not null,
    key          text not null,
    text         text not null,
    reason       text not null default '',
    form         text not null,
    alternatives jsonb not null default '[]',
    position     int not null default 0,
    answer       text,
    answered_by  uuid,
    answered_at  timestamptz,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    constraint proposal_questions_pkey primary key (org_id, id),
    constraint proposal_questions_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint proposal_questions_key_key unique (org_id, proposal_id, brief_sha256, key),
    constraint proposal_questions_brief_sha256_is_one check (octet_length(brief_sha256) = 32),
    constraint proposal_questions_key_given check (btrim(key) <> '' and length(key) <= 300),
    constraint proposal_questions_text_given check (btrim(text) <> '' and length(text) <= 2000),
    constraint proposal_questions_form_known check (form in (
        'text',
        'date',         -- with or without a time
        'money',
        'number',
        'choice',       -- one of the alternatives
        'yes')),        -- yes or no
    constraint proposal_questions_alternatives_are_a_list check (jsonb_typeof(alternatives) = 'array'),
    constraint proposal_questions_position_not_negative check (position >= 0),
    constraint proposal_questions_answer_given check (btrim(answer) <> '' and length(answer) <= 2000),
    constraint proposal_questions_answered_whole check ((answer is null) = (answered_at is null))
);
comment on table public.proposal_questions is
    'Questions about a proposal to the people of the organization, with their answers.';
comment on column public.proposal_questions.brief_sha256 is
    'Of the brief in UTF-8: what was answered about another text is asked again.';
comment on column public.proposal_questions.key is
    'The thing asked for: a fact''s key, or the place of a decision, as requirement.R1.';
comment on column public.proposal_questions.alternatives is 'Answers that the brief allows, as texts that answer it.';
comment on column public.proposal_questions.position is 'The place in the list, from 0.';
comment on column public.proposal_questions.answer is 'The words of a person; null: it is open.';
comment on column public.proposal_questions.answered_by is
    'The person who answered, from the context; a plain column, so that it outlives their membership.';

select seal_private.protect('public.proposal_questions', p_remove => 'member',
    p_fixed => '{answered_by, answered_at}', p_once => '{proposal_id, brief_sha256, key}',
    p_most => '{"alternatives": 100000}');

-- Who answered, and when, is not the program's to say; and no job answers what a person is asked.
create function seal_private.stamp_answer() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    if seal.kind() = 'job' and (tg_op = 'UPDATE' or new.answer is not null) then
        raise exception 'a person answers and takes back, no job' using errcode = '42501';
    end if;
    new.answered_by := case when new.answer is not null then seal.user_id() end;
    new.answered_at := case when new.answer is not null then now() end;
    return new;
end $$;
select seal_private.admit('seal_private.stamp_answer()', 'sb_seal', '{}',
           'a trigger: who answered, and when, from the context');
create trigger stamp_first_answer before insert on public.proposal_questions
    for each row execute function seal_private.stamp_answer();
create trigger stamp_answer before update on public.proposal_questions for each row
    when (old.answer is distinct from new.answer) execute function seal_private.stamp_answer();

-- migrate:down
