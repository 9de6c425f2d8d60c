-- The peers of the sealed table: the same columns, keys, checks and trigger; only the isolation differs.
create schema peer_setting;
create schema peer_plain;
create table peer_setting.clients (like public.clients including all);
create table peer_plain.clients (like public.clients including all);
insert into peer_setting.clients (
    org_id, id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
) select org_id, id, name, email, status, website, industry, notes, lock_version, created_at, updated_at from public.clients;
insert into peer_plain.clients (
    org_id, id, name, email, status, website, industry, notes, lock_version, created_at, updated_at
) select org_id, id, name, email, status, website, industry, notes, lock_version, created_at, updated_at from public.clients;
alter table peer_setting.clients
    add foreign key (org_id) references public.organizations (id) on delete cascade;
alter table peer_plain.clients
    add foreign key (org_id) references public.organizations (id) on delete cascade;
create trigger touch before update on peer_setting.clients
    for each row execute function seal_private.touch();
create trigger touch before update on peer_plain.clients
    for each row execute function seal_private.touch();

-- The usual way: a setting that the application writes, and one statement can forge.
alter table peer_setting.clients enable row level security;
alter table peer_setting.clients force row level security;
create policy tenant on peer_setting.clients
    using (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid))
    with check (org_id = (select nullif(current_setting('app.org_id', true), '')::uuid));

-- The same login for all three: they take turns in one backend.
grant usage on schema peer_setting, peer_plain to sb_api;
grant select, insert, update, delete on peer_setting.clients, peer_plain.clients to sb_api;
