-- migrate:up

-- The password of a link is asked for by the database. The process derives 32 bytes from the password, which takes it
-- a while; here they are compared, and tries are counted. No answer is given in the transaction of the try: a right
-- one makes a ticket, whose proof is made of both secrets, and which opens the link in a later transaction. So who
-- rolls a try back, uncounted, has learned nothing by it.
create table seal_private.link_tries (
    org_id       uuid not null,
    link_id      uuid not null,
    failures     integer not null default 0,
    locked_until timestamptz not null default now(),
    ticket       bytea not null default decode(repeat('00', 32), 'hex'),
    ticket_until timestamptz not null default now(),
    ticket_of    bigint not null default 0,
    constraint link_tries_pkey primary key (org_id, link_id),
    constraint link_tries_link_fkey foreign key (org_id, link_id)
        references public.share_links (org_id, id) on delete cascade,
    constraint link_tries_failures_not_negative check (failures >= 0),
    constraint link_tries_ticket_is_sha256 check (octet_length(ticket) = 32)
);
comment on table seal_private.link_tries is
    'Results of passwords that were tried at links. No login reads it. Every row is of one width, and no index is on a '
    'column that a try changes: a transaction that is rolled back can count how many rows of a page it wrote.';
comment on column seal_private.link_tries.failures is 'Wrong ones since the last right one; each tenth locks the link.';
comment on column seal_private.link_tries.locked_until is
    'No password is right before this time: a quarter of an hour, then twice as long each time, a day at most.';
comment on column seal_private.link_tries.ticket is
    'sha256 of the proof of the ticket that the last right password made: sha256(the link''s proof, the 32 bytes).';
comment on column seal_private.link_tries.ticket_of is
    'The transaction that made the ticket: it opens nothing in that one.';

select seal_private.close('seal_private.link_tries', 'sb_seal');
select seal_private.bound('seal_private.link_tries', '{"ticket_of": 9000000000000000000}');
create policy only_the_seal on seal_private.link_tries to sb_seal using (true) with check (true);
select seal_private.deviate('policy', 'seal_private.link_tries', 'only_the_seal',
           'A guest tries a password before there is a context; no login has a privilege on the table.');

create function seal_private.link_of(p_proof bytea, p_org uuid) returns uuid
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select c.subject from seal_private.credentials c
     where c.stored = sha256(p_proof) and c.kind = 'link' and c.org_id = p_org and c.revoked_at is null
       and c.expires_at > clock_timestamp()
$$;

create function seal.link_salt(p_proof bytea, p_org uuid) returns bytea
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(
        (select l.password_salt from public.share_links l
          where l.org_id = p_org and l.id = seal_private.link_of(p_proof, p_org)),
        (select substr(sha256(k.opad || sha256(k.ipad || convert_to('link salt', 'UTF8')
                                               || uuid_send(p_org) || p_proof)), 1, 16)
           from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1))
$$;
comment on function seal.link_salt(bytea, uuid) is
    'The salt of a link''s password. Any proof has one: where there is no such link, or no password, it is made up, '
    'the same each time until the key of contexts is replaced.';

create function seal.try_link(p_proof bytea, p_password bytea, p_org uuid) returns void
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_link  constant uuid := seal_private.link_of(p_proof, p_org);
    v_tries seal_private.link_tries;
    v_right boolean;
    v_open  boolean;
begin
    select l.password_proof = sha256(p_password) into v_right
      from public.share_links l where l.org_id = p_org and l.id = v_link;
    if v_right is null then
        return;     -- no such link, or none with a password
    end if;
    insert into seal_private.link_tries (org_id, link_id) values (p_org, v_link) on conflict do nothing;
    select * into v_tries from seal_private.link_tries t where t.org_id = p_org and t.link_id = v_link for update;
    v_open := v_tries.locked_until <= clock_timestamp();
    -- The same row is written whatever the answer is: what a transaction wrote, everybody can count.
    update seal_private.link_tries t
       set failures = case when not v_open then t.failures when v_right then 0 else least(t.failures + 1, 1000) end,
           locked_until = case when v_open and not v_right and (t.failures + 1) % 10 = 0
                               then clock_timestamp() + least(interval '15 minutes'
                                                              * 2 ^ least((t.failures + 1) / 10 - 1, 7),
                                                              interval '1 day')
                               else t.locked_until end,
           ticket = case when v_open and v_right then sha256(sha256(p_proof || p_password)) else t.ticket end,
           ticket_until = case when v_open and v_right then clock_timestamp() + interval '1 minute'
                               else t.ticket_until end,
           ticket_of = case when v_open and v_right then pg_current_xact_id()::text::bigint else t.ticket_of end
     where t.org_id = p_org and t.link_id = v_link;
end $$;
comment on function seal.try_link(bytea, bytea, uuid) is
    'Tries a password at a link: the 32 bytes that argon2id makes of it with seal.link_salt(). Says nothing, whatever '
    'it is, and raises for nothing. If it is right and the transaction commits, seal.open(''link'', sha256(the '
    'link''s proof || the 32 bytes), org) opens the link for a minute. Ten wrong ones lock the link for a quarter of '
    'an hour, and longer each time.';

select seal_private.admit('seal_private.link_of(bytea, uuid)', 'sb_seal', '{}', 'the link of a proof'),
       seal_private.admit('seal.link_salt(bytea, uuid)', 'sb_seal', '{sb_api}',
           'a guest shows a password before there is a context'),
       seal_private.admit('seal.try_link(bytea, bytea, uuid)', 'sb_seal', '{sb_api}',
           'a guest shows a password before there is a context');

-- migrate:down
