-- migrate:up

-- What the process vouches for. The answer of a provider (Google, GitHub), or of another auth server that keeps the
-- accounts, is verified by the process, which alone speaks to it; the database cannot. So the process signs what it
-- found, by a key that the installer gave to both: its half is in a file, the other in seal_private.keys, and no login
-- reads that. A statement that somebody slipped in on the login of sign-in has no such signature, and signs nobody in.

-- The bytes that are signed: each part with its length before it, so that no two lists of parts give the same bytes.
create function seal_private.vouched_bytes(p_parts text[]) returns bytea
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select coalesce(string_agg(case when p is null then '\x00'::bytea
                                    else '\x01'::bytea || int4send(octet_length(convert_to(p, 'UTF8')))
                                         || convert_to(p, 'UTF8') end, ''::bytea order by n), ''::bytea)
      from unnest(p_parts) with ordinality u (p, n)
$$;
comment on function seal_private.vouched_bytes(text[]) is
    'Parts as bytes, in their order: 00 for null, or 01, the length in four bytes, and the text in UTF-8.';

-- Compared as hashes: the time of the comparison tells nothing.
create function seal_private.is_vouched(p_purpose text, p_parts text[], p_mac bytea) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from seal_private.keys k
                    where k.purpose = p_purpose and (k.expires_at is null or k.expires_at > clock_timestamp())
                      and sha256(sha256(k.opad || sha256(k.ipad || seal_private.vouched_bytes(p_parts))))
                          = sha256(p_mac))
$$;
comment on function seal_private.is_vouched(text, text[], bytea) is
    'True if the MAC is the HMAC-SHA256 of the parts under the key of this purpose.';

create function seal_private.has_key(p_purpose text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select exists (select from seal_private.keys k
                    where k.purpose = p_purpose and (k.expires_at is null or k.expires_at > clock_timestamp()))
$$;
comment on function seal_private.has_key(text) is
    'True if there is a key of this purpose: after a restore there is none.';

-- One key a purpose: what the one before signed counts no more.
create function seal_private.keep_vouching_key(p_purpose text, p_key bytea) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    if (p_purpose in ('oauth.google', 'oauth.github', 'accounts.elsewhere')) is not true then
        raise exception 'nothing is vouched for by this name' using errcode = '22023';
    end if;
    delete from seal_private.keys k where k.purpose = p_purpose;
    if p_key is null then
        return found;
    end if;
    perform seal_private.store_key(p_purpose, p_key, '0 seconds');
    return true;
end $$;
comment on function seal_private.keep_vouching_key(text, bytea) is
    'Replaces the key by which the process vouches for a provider or another auth server, of 32 bytes or more; null: '
    'there is none, and nothing counts. False if there was none to remove.';

select seal_private.admit('seal_private.vouched_bytes(text[])', 'sb_seal', '{}', 'what the process signs'),
       seal_private.admit('seal_private.is_vouched(text, text[], bytea)', 'sb_seal', '{sb_gate}',
           'the keys of vouching are read by no login'),
       seal_private.admit('seal_private.has_key(text)', 'sb_seal', '{sb_gate}',
           'true if something can be vouched for; keys are read by no login'),
       seal_private.admit('seal_private.keep_vouching_key(text, bytea)', 'sb_seal', '{sb_gate}',
           'the installer gives the process a key to vouch by');

-- migrate:down
