-- name: tables
-- One of each kind of object that later tables may have.
create type public.mood as enum ('calm', 'busy');
create domain public.code as text constraint code_is_short check (value ~ '^[A-Z]{2,3}$');
create table public.parents (
    org_id uuid not null references public.organizations (id), id uuid not null default seal.new_id(),
    number int not null, favourite uuid, code public.code not null, mood public.mood not null,
    embedding vector(1536) not null, search tsvector generated always as (to_tsvector('simple', title)) stored,
    title text not null, history jsonb[] not null check (cardinality(history) <= 1), tags text[] not null,
    took interval not null, at inet not null, day date not null, sha256 bytea not null check (octet_length(sha256) = 32),
    state text not null, ended_at timestamptz,
    primary key (org_id, id), unique (org_id, number),
    constraint ended_when_over check ((state = 'over') = (ended_at is not null)),
    constraint state_known check (state in ('over', 'under way')),
    constraint share check (number > 10));
create table public.children (
    org_id uuid not null, id uuid not null default seal.new_id(), parent_id uuid not null, elder_id uuid,
    proposal_id uuid, contract_id uuid,
    primary key (org_id, id),
    constraint one_each unique (org_id),
    constraint one_of_two check (num_nonnulls(proposal_id, contract_id) = 1),
    foreign key (org_id, parent_id) references public.parents (org_id, id),
    foreign key (org_id, elder_id) references public.children (org_id, id),
    foreign key (org_id, proposal_id) references public.parents (org_id, id),
    foreign key (org_id, contract_id) references public.parents (org_id, id));
alter table public.parents add foreign key (org_id, favourite) references public.children (org_id, id)
