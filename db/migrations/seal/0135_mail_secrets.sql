-- migrate:up

-- The secrets of links in mails. No table holds one: each is an HMAC-SHA256 over the name of what it opens, under a key
-- of purpose 'mail'. So the job that sends the mail can have it made again, and a second copy has the same link. What
-- is stored is a sha256 of it.

-- Every key that is good, the newest first. An old one still makes what it made: whoever asks looks which fits.
create function seal_private.mail_secrets(p_name text) returns bytea[]
language sql stable strict security definer set search_path = pg_catalog, pg_temp as $$
    select coalesce(array_agg(sha256(k.opad || sha256(k.ipad || convert_to(p_name, 'UTF8'))) order by k.version desc),
                    '{}')
      from seal_private.keys k
     where k.purpose = 'mail' and (k.expires_at is null or k.expires_at > clock_timestamp())
$$;
comment on function seal_private.mail_secrets(text) is
    'The secret of what has this name, 32 bytes, under each key that is good: of the newest first. Names are '
    '''one-time.'' and the id, ''invitation.'', the organization, a dot and the id.';

-- The first secret makes the key; so does the first one after a restore, which brings none.
create function seal_private.new_mail_secret(p_name text) returns bytea
language plpgsql strict security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_secret bytea := (seal_private.mail_secrets(p_name))[1];
begin
    if v_secret is null then
        perform seal_private.store_key('mail',
            sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())),
            interval '30 days');
        v_secret := (seal_private.mail_secrets(p_name))[1];
    end if;
    return v_secret;
end $$;
comment on function seal_private.new_mail_secret(text) is
    'The secret of what has this name, 32 bytes, under the newest key: for whoever stores its sha256. See '
    'seal_private.mail_secrets().';

-- What people type instead of following the link. It says nothing of the secret.
create function seal_private.mail_code(p_secret bytea) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select lpad((('x' || encode(substring(sha256('\x636f6465'::bytea || p_secret) from 1 for 7), 'hex'))
                 ::bit(56)::bigint % 1000000)::text, 6, '0')
$$;
comment on function seal_private.mail_code(bytea) is 'The six digits that stand in a mail beside the link.';

-- A secret as it stands in a link.
create function seal_private.base64url(p_bytes bytea) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select translate(encode(p_bytes, 'base64'), E'+/=\n', '-_')
$$;
comment on function seal_private.base64url(bytea) is
    'Bytes as text that needs no escaping in an address (RFC 4648, 5), without padding.';

-- The text that an invited person shows: platform/tokens.py reads it.
create function seal_private.invitation_token(p_org uuid, p_secret bytea) returns text
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select 'sb_invitation_' || seal_private.base64url(uuid_send(p_org) || p_secret)
$$;
comment on function seal_private.invitation_token(uuid, bytea) is
    'The token of an invitation. Its proof is the sha256 of this text.';

select seal_private.admit('seal_private.mail_secrets(text)', 'sb_seal', '{sb_gate}',
           'the key of mails is read by no login'),
       seal_private.admit('seal_private.new_mail_secret(text)', 'sb_seal', '{sb_gate}',
           'the key of mails is read by no login, and made when it is first needed'),
       seal_private.admit('seal_private.mail_code(bytea)', 'sb_seal', '{sb_gate}', 'the digits beside a link'),
       seal_private.admit('seal_private.base64url(bytea)', 'sb_seal', '{sb_gate}', 'a secret as text'),
       seal_private.admit('seal_private.invitation_token(uuid, bytea)', 'sb_seal', '{sb_gate}',
           'a secret as the text that is shown');

-- The key is there from the beginning, so that no call of a tenant is the one that makes it.
select seal_private.new_mail_secret('');

-- migrate:down
