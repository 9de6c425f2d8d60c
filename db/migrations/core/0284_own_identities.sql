-- migrate:up

-- A person's own accounts at providers: seen with the account (see seal_auth.account()), and removed.

create function seal_private.identities_of(p_user uuid) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return coalesce((select jsonb_agg(jsonb_build_object(
                         'id', i.id, 'provider', i.provider, 'provider_id', i.provider_id, 'email', i.email,
                         'email_verified', i.email_verified, 'full_name', i.full_name,
                         'last_sign_in_at', i.last_sign_in_at, 'created_at', i.created_at,
                         'updated_at', i.updated_at) order by i.created_at, i.id)
                       from auth.identities i where i.user_id = p_user), '[]');
end $$;

-- How many ways in a person has who cannot read their mail at the moment. One line a kind.
create function seal_private.ways_in(p_user uuid) returns int
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    return (select count(*)::int from auth.users u where u.id = p_user and u.password_proof is not null)
           + (select count(*)::int from auth.identities i where i.user_id = p_user)
           + (select count(*)::int from auth.passkeys k where k.user_id = p_user);
end $$;

create function seal_auth.remove_identity(p_proof bytea, p_identity uuid) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_me       constant record := seal_private.person_of(p_proof);
    v_provider text;
begin
    perform seal_private.lock_person(v_me.person);      -- of two that go at once one is the last
    select i.provider into v_provider from auth.identities i where i.id = p_identity and i.user_id = v_me.person;
    if not found then
        return 'unknown';
    end if;
    if seal_private.ways_in(v_me.person) < 2 then
        return 'last';
    end if;
    delete from auth.identities i where i.id = p_identity;
    perform seal_private.record_account(v_me.person, 'account.identity_removed',
                jsonb_build_object('provider', v_provider, 'identity', p_identity)),
            seal_private.mail_account(v_me.person, 'identity_removed', jsonb_build_object('provider',
                case v_provider when 'google' then 'Google' else 'GitHub' end));
    return 'removed';
end $$;
comment on function seal_auth.remove_identity(bytea, uuid) is
    'Removes an account at a provider from one''s own account: removed; unknown: one has none with this id; last: it '
    'is the only way in. Raises CredentialRefusedError, also before the second step.';

select seal_private.admit('seal_private.identities_of(uuid)', 'sb_gate', '{}',
           'the accounts at providers that a person is shown'),
       seal_private.admit('seal_private.ways_in(uuid)', 'sb_gate', '{}', 'nobody removes the last way in'),
       seal_private.admit('seal_auth.remove_identity(bytea, uuid)', 'sb_gate', '{sb_auth}',
           'a person removes an account at a provider from their own');

-- migrate:down
