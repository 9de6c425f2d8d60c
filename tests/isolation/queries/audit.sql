-- name: five_hundred_tables
-- Another design than ours, sealed by a setting; two of its tables with the usual mistakes.
do $$
begin
    for i in 1..500 loop
        execute format('create table public.notes_%1$s (tenant_id uuid not null, id uuid not null default gen_random_uuid(),
            other uuid, body text, primary key (tenant_id, id))', i);
        execute format('alter table public.notes_%1$s enable row level security, force row level security', i);
        execute format('create policy mine on public.notes_%1$s
            using (tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))
            with check (tenant_id = (select nullif(current_setting(''app.tenant'', true), '''')::uuid))', i);
    end loop;
    alter table public.notes_7 disable row level security;
    alter table public.notes_8 add unique (id), add foreign key (other) references public.notes_8 (id);
    drop policy mine on public.notes_9;
end $$
