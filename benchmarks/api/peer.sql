-- The usual way to know who asks, without a seal: a table of tokens and one of members.
create table peer_plain.tokens (
    stored bytea primary key, user_id uuid not null, expires_at timestamptz not null
);
create table peer_plain.members (
    org_id uuid not null, user_id uuid not null, role text not null, primary key (org_id, user_id)
);
insert into peer_plain.tokens select stored, user_id, expires_at from seal_private.credentials where kind = 'session';
insert into peer_plain.members select org_id, user_id, role from public.org_members;
grant select on peer_plain.tokens, peer_plain.members to sb_api;
analyze peer_plain.tokens, peer_plain.members;
