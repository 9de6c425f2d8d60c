-- migrate:up

-- Keys that only the database knows. HMAC-SHA256 (RFC 2104) is two sha256() calls over pads that are computed once,
-- when the key is stored, so no extension is needed and a check costs two hashes.

create table seal_private.keys (
    purpose    text not null,
    version    int not null,
    ipad       bytea not null,
    opad       bytea not null,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    constraint keys_pkey primary key (purpose, version),
    constraint keys_ipad_is_a_block check (octet_length(ipad) = 64),
    constraint keys_opad_is_a_block check (octet_length(opad) = 64)
);
comment on table seal_private.keys is
    'Keys for message authentication. No login reads it. A backup leaves its rows out; a restore makes new ones.';
comment on column seal_private.keys.purpose is
    'context: authenticates the context of a transaction. The others: see the files that use them.';
comment on column seal_private.keys.ipad is 'key xor 0x36, 64 bytes (RFC 2104).';
comment on column seal_private.keys.opad is 'key xor 0x5c, 64 bytes (RFC 2104).';
comment on column seal_private.keys.expires_at is
    'Set when a newer version takes over: contexts that are open live on until then.';

select seal_private.close('seal_private.keys', 'sb_seal');
select seal_private.bound('seal_private.keys');
create policy only_the_seal on seal_private.keys to sb_seal using (true) with check (true);
select seal_private.deviate('policy', 'seal_private.keys', 'only_the_seal',
           'Keys belong to no organization; no login has a privilege on the table.'),
       seal_private.deviate('key', 'seal_private.keys', 'keys_pkey',
           'Keys belong to no organization; tenants cannot insert.');

-- Stores a key as the newest of its purpose. The one before is good for p_grace more; older ones go.
create function seal_private.store_key(p_purpose text, p_key bytea, p_grace interval) returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_key     bytea := case when octet_length(p_key) > 64 then sha256(p_key) else p_key end;
    v_ipad    bytea := decode(repeat('36', 64), 'hex');
    v_opad    bytea := decode(repeat('5c', 64), 'hex');
    v_version int;
begin
    if (octet_length(p_key) >= 32) is not true then
        raise exception 'a key has at least 32 bytes' using errcode = '22023';
    end if;
    for i in 0 .. octet_length(v_key) - 1 loop
        v_ipad := set_byte(v_ipad, i, get_byte(v_key, i) # 54);
        v_opad := set_byte(v_opad, i, get_byte(v_key, i) # 92);
    end loop;
    lock table seal_private.keys in share row exclusive mode;   -- two rotations at once: one after the other
    delete from seal_private.keys where purpose = p_purpose and expires_at < clock_timestamp();
    update seal_private.keys set expires_at = least(expires_at, clock_timestamp() + p_grace) where purpose = p_purpose;
    select coalesce(max(version), 0) + 1 into v_version from seal_private.keys where purpose = p_purpose;
    insert into seal_private.keys (purpose, version, ipad, opad) values (p_purpose, v_version, v_ipad, v_opad);
    return v_version;
end $$;

-- A new key for contexts, made here and never shown. With a grace of zero every open context ends at once.
create function seal_private.rotate_context_key(p_grace interval default '15 minutes') returns int
language sql security definer set search_path = pg_catalog, pg_temp as $$
    select seal_private.store_key('context',
        sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), p_grace)
$$;
comment on function seal_private.rotate_context_key(interval) is
    'Replaces the key of contexts by a random one (366 bits of the server''s randomness, hashed to 256). Requests '
    'that run keep the old one for the grace.';

select seal_private.admit('seal_private.store_key(text, bytea, interval)', 'sb_seal', '{}',
           'writes a key; reached from other functions of the seal and by the installer'),
       seal_private.admit('seal_private.rotate_context_key(interval)', 'sb_seal', '{}',
           'makes the key of contexts; called by the installer (sealedbid keys rotate)');

select seal_private.rotate_context_key();

-- migrate:down
