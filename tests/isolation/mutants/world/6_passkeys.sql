-- People with passkeys. Every key is the base point, whose other half is 1, so that the world can sign: with the nonce 1, too.

create function m.signature(p_message bytea) returns bytea language plpgsql security definer as $$
declare
    v_curve constant record := seal_private.p256();
    v_s     bytea;
begin
    select decode(string_agg(lpad(to_hex(w::bigint), 8, '0'), '' order by n desc), 'hex') into v_s
      from unnest(seal_private.bits((seal_private.whole_number(sha256(p_message)) + v_curve.x) % v_curve.n)) with ordinality u (w, n);
    v_s := case when get_byte(v_s, 0) > 127 then '\x00'::bytea else '' end || v_s;
    return '\x30'::bytea || substr(int4send(36 + octet_length(v_s)), 4) || '\x0220'::bytea
           || decode('6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296', 'hex')
           || '\x02'::bytea || substr(int4send(octet_length(v_s)), 4) || v_s;
end $$;
create function m.key() returns bytea language sql immutable as $$
    select decode('6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'
                  || '4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5', 'hex')
$$;
create function m.client(p_type text, p_challenge text, p_origin text default 'https://m.example') returns bytea language sql security definer as $$
    select convert_to(format('{"type": "%s", "challenge": "%s", "origin": "%s"}', p_type, seal_private.base64url(m.proof(p_challenge)), p_origin), 'UTF8')
$$;
create function m.device(p_counter int, p_flags int default 13, p_rp_id text default 'm.example') returns bytea language sql immutable as $$
    select sha256(convert_to(p_rp_id, 'UTF8')) || substr(int4send(p_flags), 4) || int4send(p_counter)
$$;
create function m.made(p_credential bytea, p_flags int default 77, p_rp_id text default 'm.example') returns bytea language sql immutable as $$
    select m.device(5, p_flags, p_rp_id) || decode(repeat('00', 16), 'hex') || substr(int4send(octet_length(p_credential)), 3) || p_credential || m.key()
$$;

create function m.passkey(p_name text, p_person text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.passkeys', jsonb_build_object('id', '@' || p_name, 'user_id', '@' || p_person, 'credential_id', '#' || p_name,
               'rp_id', 'm.example', 'algorithm', -7, 'key', '\x' || encode(m.key(), 'hex'), 'counter', 5, 'can_sync', true, 'is_synced', false,
               'friendly_name', p_name) || p_row)
$$;
select m.passkey('key', 'admin'), m.passkey('key uncounted', 'admin', '{"counter": 0}'), m.passkey('key elsewhere', 'admin', '{"rp_id": "else.example"}'),
       m.passkey('key banned', 'banned'), m.passkey('key guarded', 'guarded');
select m.credential('of watched', 'session', '{"user_id": "@watched", "subject": "@session watched"}');
select m.passkey('key ' || n, 'watched') from generate_series(1, 9) n;

create function m.asked(p_name text, p_row jsonb default '{}') returns void language sql as $$
    select m.row('auth.passkey_challenges', jsonb_build_object('id', '@' || p_name, 'challenge', '#' || p_name, 'origin', 'https://m.example',
               'rp_id', 'm.example', 'expires_at', '~10 days', 'created_at', '~-1 minute') || p_row)
$$;
select m.asked('asked'), m.asked('asked late', '{"expires_at": "~-1 second"}'), m.asked('asked used', '{"used_at": "~-1 second"}'),
       m.asked('asked ancient', '{"expires_at": "~-2 days"}'), m.asked('asked elsewhere', '{"rp_id": "else.example"}'),
       m.asked('adding', '{"session_id": "@session admin"}'), m.asked('adding late', '{"session_id": "@session admin", "expires_at": "~-1 second"}'),
       m.asked('adding used', '{"session_id": "@session admin", "used_at": "~-1 second"}'), m.asked('adding of guarded', '{"session_id": "@session guarded"}'),
       m.asked('adding of waiting', '{"session_id": "@waiting"}'), m.asked('adding of watched', '{"session_id": "@session watched"}');
select m.asked('old ' || n, jsonb_build_object('session_id', '@session watched', 'created_at', '~-' || n || ' hours')) from generate_series(1, 10) n;
insert into auth.tries (bucket, failures, tried_at, blocked_until)
values (seal_private.bucket('passkey', '192.0.2.66'), 99, now(), now() + interval '1 day'),
       (seal_private.bucket('passkeys asked', '192.0.2.66'), 999, now(), now() + interval '1 day'),
       (seal_private.bucket('passkey', encode(m.proof('key'), 'hex') || ':192.0.2.67'), 9, now(), now() + interval '1 day');

-- What passkeys have come to, from behind.
create function m.passkeys() returns text language sql security definer as $$
    select (select string_agg(k.friendly_name || ' ' || k.counter || ' ' || k.is_synced || ' ' || (k.last_used_at is not null), ', ' order by k.friendly_name)
              from auth.passkeys k)
           || (select string_agg(c.id || ' ' || (c.used_at is not null), ', ' order by c.id) from auth.passkey_challenges c where c.challenge = m.proof('x')
                  or c.id::text like 'eeeeeeee%')
           || (select count(*) from auth.passkey_challenges)
           || (select count(*) from public.deliveries d where d.template in ('passkey_added', 'passkey_removed', 'passkey_copied'))
           || (select string_agg(t.failures || '', ', ' order by t.bucket) from auth.tries t where t.failures < 9)
$$;
-- All of a sign-in but what is said to be otherwise.
create function m.by_passkey(p_key text, p_person text, p_asked text, p_data bytea default m.device(6), p_client bytea default null,
                             p_signature bytea default null, p_ip inet default '192.0.2.1')
    returns table (outcome text, waits boolean, account uuid, address text, level int, methods text) language sql as $$
    select f.outcome, f.wait > 0, f.account, f.address, f.level, f.methods -> 0 ->> 'method'
      from seal_auth.finish_passkey(m.id(p_asked), m.proof(p_key), uuid_send(m.id(p_person)), p_data, coalesce(p_client, m.client('webauthn.get', p_asked)),
               coalesce(p_signature, m.signature(p_data || sha256(coalesce(p_client, m.client('webauthn.get', p_asked))))), null, p_ip, 'm') f
$$;
