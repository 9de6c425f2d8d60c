-- migrate:up

-- Keys that sign access tokens, for programs elsewhere that check them; here a token counts by its proof alone. The
-- private half is sealed by a file of the installation, together with its public half: a row that was put here by
-- anybody else opens with no file, and is neither used nor published.
do $$
begin
    if not seal_private.owns_auth() then
        return;
    end if;

    create table auth.signing_keys (
        kid        text not null,
        sealed     text not null,
        signs_from timestamptz not null,
        ends_at    timestamptz,
        created_at timestamptz not null default now(),
        constraint signing_keys_pkey primary key (kid),
        constraint signing_keys_kid_given check (kid <> '' and length(kid) <= 100),
        constraint signing_keys_sealed_given check (sealed <> '')
    );
    comment on table auth.signing_keys is 'Keys that sign access tokens.';
    comment on column auth.signing_keys.sealed is 'The key as a JWE, sealed by the installation''s file.';
    comment on column auth.signing_keys.signs_from is 'The time from which it signs; it is published before.';
    comment on column auth.signing_keys.ends_at is 'The time until which it is published; null: the newest.';
    perform seal_private.close('auth.signing_keys'), seal_private.bound('auth.signing_keys');
    create policy sign_in on auth.signing_keys to sb_gate using (true) with check (true);
    grant select, insert, update, delete on auth.signing_keys to sb_gate;
    perform seal_private.deviate('policy', 'auth.signing_keys', 'sign_in',
                'Keys of the installation belong to no organization; no login has a privilege on the table.'),
            seal_private.deviate('key', 'auth.signing_keys', 'signing_keys_pkey', 'A thumbprint of a key.');
end $$;

create function seal_auth.signing_keys()
    returns table (kid text, sealed text, signs_from timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
    perform seal_private.assert_own_accounts();
    return query select k.kid, k.sealed, k.signs_from, k.ends_at from auth.signing_keys k
                  where k.ends_at is null or k.ends_at > clock_timestamp()
                  order by k.signs_from desc, k.kid;
end $$;
comment on function seal_auth.signing_keys() is 'The keys that are published, the private halves sealed.';

create function seal_auth.add_signing_key(p_kid text, p_sealed text, p_last text) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_last text;
begin
    perform seal_private.assert_own_accounts();
    lock table auth.signing_keys in share row exclusive mode;   -- of processes that start at once one adds a key
    select k.kid into v_last from auth.signing_keys k where k.ends_at is null;
    if v_last is distinct from p_last
       or (select count(*) from auth.signing_keys k
            where k.created_at > clock_timestamp() - interval '1 hour') >= 5 then
        return false;
    end if;
    delete from auth.signing_keys k where k.ends_at < clock_timestamp();
    -- the last token that the one before signs lives an hour from when this one begins
    update auth.signing_keys k set ends_at = clock_timestamp() + interval '80 minutes' where k.ends_at is null;
    insert into auth.signing_keys (kid, sealed, signs_from)
    values (p_kid, p_sealed,
            clock_timestamp() + case when v_last is null then interval '0' else interval '10 minutes' end);
    return true;
end $$;
comment on function seal_auth.add_signing_key(text, text, text) is
    'Adds a key that signs ten minutes from now, or at once if it is the first; the one before is published for 80 '
    'minutes more. False: p_last is not the newest any more, or there were five within an hour.';

select seal_private.admit('seal_auth.signing_keys()', 'sb_gate', '{sb_auth}',
           'the process that signs tokens opens the keys with its file', 'all'),
       seal_private.admit('seal_auth.add_signing_key(text, text, text)', 'sb_gate', '{sb_auth}',
           'the process that signs tokens makes its keys', 'all');

-- migrate:down
