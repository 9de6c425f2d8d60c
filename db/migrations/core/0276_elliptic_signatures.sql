-- migrate:up

-- Signatures of passkeys: ECDSA on P-256 with SHA-256 (COSE -7). Sources: FIPS 186-5, 6.4.2 (verifying); SEC 1, 2.2.1
-- and 4.1.4; SP 800-186, 3.2.1.3 (the curve). Only public values are computed with, so nothing depends on how long it
-- takes. Points are (X, Y, Z) for x = X/Z^2, y = Y/Z^3; Z = 0 is the point at infinity. Remainders may be negative.
create function seal_private.whole_number(p_bytes bytea) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_padded constant bytea := substr('\x00000000000000'::bytea, octet_length(p_bytes) % 7 + 1) || p_bytes;
    v_found  numeric := 0;
begin
    for v_part in 0 .. octet_length(v_padded) / 7 - 1 loop
        v_found := v_found * 72057594037927936      -- 2^56
                   + ('x' || encode(substr(v_padded, v_part * 7 + 1, 7), 'hex'))::bit(56)::bigint;
    end loop;
    return v_found;
end $$;
comment on function seal_private.whole_number(bytea) is 'The number whose bytes these are, the highest first.';

-- The order of the field, the order of the curve, the coefficient b, and the base point.
create function seal_private.p256(out p numeric, out n numeric, out b numeric, out x numeric, out y numeric)
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select 115792089210356248762697446949407573530086143415290314195533631308867097853951,
           115792089210356248762697446949407573529996955224135760342422259061068512044369,
           41058363725152142129326129780047268409114441015993725554835256314039467401291,
           48439561293906451759052585252797914202762949526041747995844080717082404635286,
           36134250956749795798585127919587881956611106672985015071877198253568414405109
$$;

create function seal_private.inverse(p_number numeric, p_modulus numeric) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    a numeric := p_modulus;
    b numeric := (p_number % p_modulus + p_modulus) % p_modulus;
    s numeric := 0;
    t numeric := 1;
    q numeric;
    k numeric;
begin
    while b <> 0 loop
        q := div(a, b);
        k := a - q * b; a := b; b := k;
        k := s - q * t; s := t; t := k;
    end loop;
    return s;
end $$;
comment on function seal_private.inverse(numeric, numeric) is
    'The number whose product with this one has the remainder 1; the two have no common divisor. By Euclid.';

-- A point and itself (a = -3).
create function seal_private.p256_double(p_point numeric[], p numeric) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_z2 constant numeric := p_point[3] * p_point[3] % p;
    v_y2 constant numeric := p_point[2] * p_point[2] % p;
    v_b  constant numeric := p_point[1] * v_y2 % p;
    v_a  constant numeric := 3 * (p_point[1] - v_z2) * (p_point[1] + v_z2) % p;
    v_x  constant numeric := (v_a * v_a - 8 * v_b) % p;
begin
    return array[v_x, (v_a * (4 * v_b - v_x) - 8 * v_y2 * v_y2) % p, 2 * p_point[2] * p_point[3] % p];
end $$;

-- A point and one with Z = 1.
create function seal_private.p256_add(p_point numeric[], p_x numeric, p_y numeric, p numeric) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_z2 constant numeric := p_point[3] * p_point[3] % p;
    v_h  constant numeric := (p_x * v_z2 - p_point[1]) % p;
    v_r  constant numeric := (p_y * p_point[3] % p * v_z2 - p_point[2]) % p;
    v_h2 numeric;
    v_h3 numeric;
    v_v  numeric;
    v_x  numeric;
begin
    if p_point[3] = 0 then
        return array[p_x, p_y, 1];
    elsif v_h = 0 and v_r = 0 then
        return seal_private.p256_double(p_point, p);
    elsif v_h = 0 then
        return '{1, 1, 0}';
    end if;
    v_h2 := v_h * v_h % p;
    v_h3 := v_h * v_h2 % p;
    v_v := p_point[1] * v_h2 % p;
    v_x := (v_r * v_r - v_h3 - 2 * v_v) % p;
    return array[v_x, (v_r * (v_v - v_x) - p_point[2] * v_h3) % p, p_point[3] * v_h % p];
end $$;

-- The two coordinates, from 0 to p - 1; null for the point at infinity.
create function seal_private.p256_affine(p_point numeric[], p numeric) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_inverse constant numeric := seal_private.inverse(p_point[3], p);
    v_square  constant numeric := v_inverse * v_inverse % p;
begin
    if p_point[3] = 0 then
        return null;
    end if;
    return array[(p_point[1] * v_square % p + p) % p, (p_point[2] * v_square % p * v_inverse % p + p) % p];
end $$;

-- The 256 bits of a number, the lowest first.
create function seal_private.bits(p_number numeric) returns bit(32)[]
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select array_agg((div(p_number, 4294967296::numeric ^ i) % 4294967296)::bigint::bit(32) order by i)
      from generate_series(0, 7) i
$$;

-- u G + v Q, with one doubling for both at every bit (Shamir's trick).
create function seal_private.p256_sum(p_u numeric, p_v numeric, p_x numeric, p_y numeric) returns numeric[]
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_curve constant record := seal_private.p256();
    v_both  constant numeric[] := seal_private.p256_affine(
        seal_private.p256_add(array[v_curve.x, v_curve.y, 1], p_x, p_y, v_curve.p), v_curve.p);
    v_us    constant bit(32)[] := seal_private.bits(p_u);
    v_vs    constant bit(32)[] := seal_private.bits(p_v);
    v_sum   numeric[] := '{1, 1, 0}';
begin
    for v_word in reverse 8 .. 1 loop
        for v_bit in 0 .. 31 loop
            v_sum := seal_private.p256_double(v_sum, v_curve.p);
            if get_bit(v_us[v_word], v_bit) = 1 and get_bit(v_vs[v_word], v_bit) = 1 then
                -- null: Q is -G, and the two are nothing together
                v_sum := coalesce(seal_private.p256_add(v_sum, v_both[1], v_both[2], v_curve.p), v_sum);
            elsif get_bit(v_us[v_word], v_bit) = 1 then
                v_sum := seal_private.p256_add(v_sum, v_curve.x, v_curve.y, v_curve.p);
            elsif get_bit(v_vs[v_word], v_bit) = 1 then
                v_sum := seal_private.p256_add(v_sum, p_x, p_y, v_curve.p);
            end if;
        end loop;
    end loop;
    return v_sum;
end $$;
comment on function seal_private.p256_sum(numeric, numeric, numeric, numeric) is
    'u times the base point and v times the point (x, y), as (X, Y, Z); u and v below 2^256.';

-- The cofactor is 1: a point of the curve that is not at infinity is of the group.
create function seal_private.p256_has(p_x numeric, p_y numeric) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select coalesce(p_x >= 0 and p_x < c.p and p_y >= 0 and p_y < c.p
                    and (p_y * p_y - p_x * p_x * p_x + 3 * p_x - c.b) % c.p = 0, false)
      from seal_private.p256() c
$$;
comment on function seal_private.p256_has(numeric, numeric) is 'True if the point is one of P-256.';

create function seal_private.p256_verifies(p_x numeric, p_y numeric, p_hash bytea, p_r numeric, p_s numeric)
    returns boolean
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_curve constant record := seal_private.p256();
    v_w     numeric;
    v_u     numeric;
    v_v     numeric;
    v_point numeric[];
begin
    if (octet_length(p_hash) = 32 and p_r between 1 and v_curve.n - 1 and p_s between 1 and v_curve.n - 1
        and seal_private.p256_has(p_x, p_y)) is not true then
        return false;
    end if;
    v_w := (seal_private.inverse(p_s, v_curve.n) + v_curve.n) % v_curve.n;
    v_u := seal_private.whole_number(p_hash) * v_w % v_curve.n;
    v_v := p_r * v_w % v_curve.n;
    v_point := seal_private.p256_affine(seal_private.p256_sum(v_u, v_v, p_x, p_y), v_curve.p);
    return coalesce(v_point[1] % v_curve.n = p_r, false);
end $$;
comment on function seal_private.p256_verifies(numeric, numeric, bytea, numeric, numeric) is
    'True if (r, s) is a signature of the SHA-256 by the key (x, y). Never null: what is missing or out of range is '
    'no signature. An s in the upper half is one.';

-- An INTEGER of DER (X.690, 8.3 and 10.1) that is above 0 or 0 itself, in the fewest bytes.
create function seal_private.der_number(p_bytes bytea) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
begin
    if octet_length(p_bytes) not between 1 and 33 or get_byte(p_bytes, 0) > 127 then
        return null;
    elsif octet_length(p_bytes) > 1 and get_byte(p_bytes, 0) = 0 and get_byte(p_bytes, 1) < 128 then
        return null;
    end if;
    return seal_private.whole_number(p_bytes);
end $$;

create function seal_private.der_signature(p_signature bytea, out r numeric, out s numeric)
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_length constant int := octet_length(p_signature);
    v_first  int;
begin
    if v_length not between 8 and 72 or get_byte(p_signature, 0) <> 48 or get_byte(p_signature, 1) <> v_length - 2
       or get_byte(p_signature, 2) <> 2 then
        return;
    end if;
    v_first := get_byte(p_signature, 3);
    if v_first not between 1 and v_length - 7 or get_byte(p_signature, v_first + 4) <> 2
       or get_byte(p_signature, v_first + 5) <> v_length - v_first - 6 then
        return;
    end if;
    r := seal_private.der_number(substr(p_signature, 5, v_first));
    s := seal_private.der_number(substr(p_signature, v_first + 7));
end $$;
comment on function seal_private.der_signature(bytea) is
    'The two numbers of an ECDSA-Sig-Value (SEC 1, C.5) in DER, read strictly: one way to write each, nothing after '
    'it; null where it is not.';

select seal_private.admit('seal_private.whole_number(bytea)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.p256()', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.inverse(numeric, numeric)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.p256_double(numeric[], numeric)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.p256_add(numeric[], numeric, numeric, numeric)', 'sb_gate', '{}',
           'signatures of passkeys'),
       seal_private.admit('seal_private.p256_affine(numeric[], numeric)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.bits(numeric)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.p256_sum(numeric, numeric, numeric, numeric)', 'sb_gate', '{}',
           'signatures of passkeys'),
       seal_private.admit('seal_private.p256_has(numeric, numeric)', 'sb_gate', '{}', 'keys of passkeys'),
       seal_private.admit('seal_private.p256_verifies(numeric, numeric, bytea, numeric, numeric)', 'sb_gate', '{}',
           'signatures of passkeys'),
       seal_private.admit('seal_private.der_number(bytea)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.der_signature(bytea)', 'sb_gate', '{}', 'signatures of passkeys');

-- migrate:down
