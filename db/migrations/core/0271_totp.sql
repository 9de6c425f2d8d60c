-- migrate:up

-- The code of an authenticator app (RFC 6238: SHA-1, six digits, thirty seconds). The database computes it, and no
-- process: so a statement that somebody slipped into sign-in passes nobody who does not have the device. SHA-1 is what
-- every app knows; the server has it in an extension alone, and an installation should need none for this.
create function seal_private.sha1(p_message bytea) returns bytea
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_mask    constant bigint := 4294967295;
    v_length  constant int := octet_length(p_message);
    v_padded  constant bytea := p_message || '\x80'::bytea
                  || decode(repeat('00', (119 - v_length % 64) % 64), 'hex') || int8send(v_length::bigint * 8);
    v_words   bigint[];
    v_h       bigint[] := '{1732584193, 4023233417, 2562383102, 271733878, 3285377520}';
    a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; t bigint;
begin
    for v_block in 0 .. octet_length(v_padded) / 64 - 1 loop
        v_words := '{}';
        for i in 0 .. 15 loop
            v_words[i] := ('x' || encode(substr(v_padded, v_block * 64 + i * 4 + 1, 4), 'hex'))::bit(32)::bigint;
        end loop;
        a := v_h[1]; b := v_h[2]; c := v_h[3]; d := v_h[4]; e := v_h[5];
        for i in 0 .. 79 loop
            if i > 15 then
                t := v_words[i - 3] # v_words[i - 8] # v_words[i - 14] # v_words[i - 16];
                v_words[i] := ((t << 1) | (t >> 31)) & v_mask;
            end if;
            if i < 20 then
                f := (b & c) | (~b & d & v_mask); k := 1518500249;
            elsif i < 40 then
                f := b # c # d; k := 1859775393;
            elsif i < 60 then
                f := (b & c) | (b & d) | (c & d); k := 2400959708;
            else
                f := b # c # d; k := 3395469782;
            end if;
            t := ((((a << 5) | (a >> 27)) & v_mask) + f + e + k + v_words[i]) & v_mask;
            e := d; d := c; c := ((b << 30) | (b >> 2)) & v_mask; b := a; a := t;
        end loop;
        v_h := array[(v_h[1] + a) & v_mask, (v_h[2] + b) & v_mask, (v_h[3] + c) & v_mask, (v_h[4] + d) & v_mask,
                     (v_h[5] + e) & v_mask];
    end loop;
    return int4send(v_h[1]::bit(32)::int) || int4send(v_h[2]::bit(32)::int) || int4send(v_h[3]::bit(32)::int)
           || int4send(v_h[4]::bit(32)::int) || int4send(v_h[5]::bit(32)::int);
end $$;
comment on function seal_private.sha1(bytea) is 'SHA-1 (RFC 3174), for codes of authenticator apps and nothing else.';

-- Bytes of the same length, each combined with the other's by exclusive or.
create function seal_private.xor(p_one bytea, p_other bytea) returns bytea
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select case when octet_length(p_one) = octet_length(p_other)
                then coalesce(string_agg(set_byte('\x00'::bytea, 0, get_byte(p_one, i) # get_byte(p_other, i)),
                                         ''::bytea order by i), ''::bytea) end
      from generate_series(0, octet_length(p_one) - 1) i
$$;

create function seal_private.totp(p_secret bytea, p_step bigint) returns text
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_key    constant bytea := p_secret || decode(repeat('00', 64 - octet_length(p_secret)), 'hex');
    v_inner  constant bytea := seal_private.xor(v_key, decode(repeat('36', 64), 'hex')) || int8send(p_step);
    v_mac    constant bytea := seal_private.sha1(seal_private.xor(v_key, decode(repeat('5c', 64), 'hex'))
                                                 || seal_private.sha1(v_inner));
    v_offset constant int := get_byte(v_mac, 19) & 15;
begin
    return lpad(((('x' || encode(substr(v_mac, v_offset + 1, 4), 'hex'))::bit(32)::bigint & 2147483647)
                 % 1000000)::text, 6, '0');
end $$;
comment on function seal_private.totp(bytea, bigint) is
    'The six digits of a secret of at most 64 bytes at a step of thirty seconds since 1970.';

-- The step that a code is of: this one, the one before or the one after, and later than the last one that passed.
create function seal_private.totp_step(p_secret bytea, p_code text, p_at timestamptz, p_last bigint) returns bigint
language sql immutable set search_path = pg_catalog, pg_temp as $$
    select max(s.step) filter (where seal_private.totp(p_secret, s.step) = p_code and s.step > coalesce(p_last, -1))
      from (select floor(extract(epoch from p_at) / 30)::bigint + o as step from generate_series(-1, 1) o) s
$$;
comment on function seal_private.totp_step(bytea, text, timestamptz, bigint) is
    'The step of which a code is, at most one away from the time; null: none, or none later than the last that passed.';

select seal_private.admit('seal_private.sha1(bytea)', 'sb_gate', '{}', 'codes of authenticator apps'),
       seal_private.admit('seal_private.xor(bytea, bytea)', 'sb_gate', '{}', 'opens the secret of an app'),
       seal_private.admit('seal_private.totp(bytea, bigint)', 'sb_gate', '{}', 'codes of authenticator apps'),
       seal_private.admit('seal_private.totp_step(bytea, text, timestamptz, bigint)', 'sb_gate', '{}',
           'no code passes twice');

-- migrate:down
