-- migrate:up

-- What a proposal was, whole and frozen: what was sent is what is signed.
create table public.proposal_versions (
    org_id         uuid not null,
    id             uuid not null default seal.new_id(),
    proposal_id    uuid not null,
    number         int not null,
    title          text not null,
    content        jsonb not null,
    line_items     jsonb not null default '[]',
    currency       text not null,
    total_minor    bigint not null,
    content_sha256 bytea not null default '',
    reason         text not null default 'manual',
    author_id      uuid default seal.user_id(),
    run_id         uuid,
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    constraint proposal_versions_pkey primary key (org_id, id),
    constraint proposal_versions_proposal_fkey foreign key (org_id, proposal_id)
        references public.proposals (org_id, id) on delete cascade,
    constraint proposal_versions_number_key unique (org_id, proposal_id, number),
    constraint proposal_versions_number_counted check (number > 0),
    constraint proposal_versions_title_given check (btrim(title) <> '' and length(title) <= 300),
    constraint proposal_versions_content_is_object check (jsonb_typeof(content) = 'object'),
    constraint proposal_versions_line_items_are_a_list check (jsonb_typeof(line_items) = 'array'),
    constraint proposal_versions_currency_is_iso_4217 check (currency ~ '^[A-Z]{3}$'),
    constraint proposal_versions_total_not_negative check (total_minor >= 0),
    constraint proposal_versions_reason_known check (reason in (
        'manual',       -- a person saved it
        'ai',           -- the brain wrote it
        'sent'))        -- frozen for the client
);
comment on table public.proposal_versions is 'Frozen copies of proposals, append only.';
comment on column public.proposal_versions.content_sha256 is
    'sha256 of {"content": ..., "line_items": ..., "title": ...} as jsonb prints it, in UTF-8: what a signature names.';
comment on column public.proposal_versions.author_id is
    'The person who made it, from the context; a plain column, as in audit_log.';
comment on column public.proposal_versions.run_id is
    'The agent_runs row that wrote it; a plain column, since runs are kept for a while only.';

-- A guest of a link sees the one version that the link names; see share_links.
select seal_private.protect('public.proposal_versions', p_change => null, p_remove => null, p_floor => 'guest',
    p_fixed => '{content_sha256, author_id}', p_most => '{"content": 8000000, "line_items": 4000000}');

create trigger is_immutable before update on public.proposal_versions for each row
    execute function seal_private.refuse('proposal_versions_are_immutable', 'a version stays as it is: make a new one');

create function seal_private.seal_version() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    new.content_sha256 := sha256(convert_to(
        jsonb_build_object('title', new.title, 'content', new.content, 'line_items', new.line_items)::text, 'UTF8'));
    return new;
end $$;
select seal_private.admit('seal_private.seal_version()', 'sb_seal', '{}',
           'a trigger: what a version''s signature will name');
create trigger seal_version before insert on public.proposal_versions
    for each row execute function seal_private.seal_version();

-- migrate:down
