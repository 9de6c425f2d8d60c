-- migrate:up

-- Signatures of passkeys: RSASSA-PKCS1-v1_5 with SHA-256 (COSE -257, of older Windows), and the choice between the two
-- kinds. Source: RFC 8017, 5.2.2, 8.2.2 and 9.2. The block that the signature has to be of is built and compared whole:
-- nothing of it is read, so there is no padding to be read wrongly.
create function seal_private.power_rest(p_base numeric, p_exponent int, p_modulus numeric) returns numeric
language plpgsql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_found numeric := 1;
begin
    for v_bit in reverse 30 .. 0 loop
        v_found := v_found * v_found % p_modulus;
        if (p_exponent >> v_bit) & 1 = 1 then
            v_found := v_found * p_base % p_modulus;
        end if;
    end loop;
    return v_found;
end $$;
comment on function seal_private.power_rest(numeric, int, numeric) is 'A power, by a modulus; no number is negative.';

-- The block that RSA signs of a SHA-256: 00 01 FF .. FF 00, the name of the hash, the hash.
create function seal_private.pkcs1_block(p_hash bytea, p_length int) returns bytea
language sql immutable strict parallel safe set search_path = pg_catalog, pg_temp as $$
    select '\x0001'::bytea || decode(repeat('ff', p_length - 54), 'hex')
           || '\x003031300d060960864801650304020105000420'::bytea || p_hash
$$;

-- A modulus of 2048 to 4096 bits that fills its bytes. Whose it is they show by signing.
create function seal_private.rsa_has(p_modulus bytea, p_exponent int) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select coalesce(octet_length(p_modulus) between 256 and 512 and p_exponent in (3, 65537)
                    and substr(p_modulus, 1, 1) >= '\x80'::bytea
                    and seal_private.whole_number(p_modulus) % 2 = 1, false)
$$;
comment on function seal_private.rsa_has(bytea, int) is 'True if these are a modulus and an exponent that we take.';

create function seal_private.rsa_verifies(p_modulus bytea, p_exponent int, p_hash bytea, p_signature bytea)
    returns boolean
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_modulus   numeric;
    v_signature numeric;
begin
    if (octet_length(p_hash) = 32 and octet_length(p_signature) = octet_length(p_modulus)
        and seal_private.rsa_has(p_modulus, p_exponent)) is not true then
        return false;
    end if;
    v_modulus := seal_private.whole_number(p_modulus);
    v_signature := seal_private.whole_number(p_signature);
    return v_signature < v_modulus
       and seal_private.power_rest(v_signature, p_exponent, v_modulus)
           = seal_private.whole_number(seal_private.pkcs1_block(p_hash, octet_length(p_modulus)));
end $$;
comment on function seal_private.rsa_verifies(bytea, int, bytea, bytea) is
    'True if it is a signature of the SHA-256 by this key. Never null: what is missing or out of range is none.';

-- Bytes of a key as auth.passkeys keeps it: 64 of a point, or those of a modulus.
create function seal_private.is_passkey(p_algorithm int, p_key bytea, p_exponent int) returns boolean
language sql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
    select coalesce(case p_algorithm
               when -7 then octet_length(p_key) = 64 and p_exponent is null
                            and seal_private.p256_has(seal_private.whole_number(substr(p_key, 1, 32)),
                                                      seal_private.whole_number(substr(p_key, 33)))
               when -257 then seal_private.rsa_has(p_key, p_exponent) end, false)
$$;
comment on function seal_private.is_passkey(int, bytea, int) is 'True if the key is one of its algorithm, of COSE.';

create function seal_private.passkey_signed(
    p_algorithm int, p_key bytea, p_exponent int, p_message bytea, p_signature bytea) returns boolean
language plpgsql immutable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    v_pair record;
begin
    if p_algorithm = -7 then
        v_pair := seal_private.der_signature(p_signature);
        return seal_private.p256_verifies(seal_private.whole_number(substr(p_key, 1, 32)),
                                          seal_private.whole_number(substr(p_key, 33)), sha256(p_message),
                                          v_pair.r, v_pair.s);
    elsif p_algorithm = -257 then
        return seal_private.rsa_verifies(p_key, p_exponent, sha256(p_message), p_signature);
    end if;
    return false;
end $$;
comment on function seal_private.passkey_signed(int, bytea, int, bytea, bytea) is
    'True if the signature of the message is by the key of auth.passkeys. Never null.';

select seal_private.admit('seal_private.power_rest(numeric, integer, numeric)', 'sb_gate', '{}',
           'signatures of passkeys'),
       seal_private.admit('seal_private.pkcs1_block(bytea, integer)', 'sb_gate', '{}', 'signatures of passkeys'),
       seal_private.admit('seal_private.rsa_has(bytea, integer)', 'sb_gate', '{}', 'keys of passkeys'),
       seal_private.admit('seal_private.rsa_verifies(bytea, integer, bytea, bytea)', 'sb_gate', '{}',
           'signatures of passkeys'),
       seal_private.admit('seal_private.is_passkey(integer, bytea, integer)', 'sb_gate', '{}', 'keys of passkeys'),
       seal_private.admit('seal_private.passkey_signed(integer, bytea, integer, bytea, bytea)', 'sb_gate', '{}',
           'signatures of passkeys');

-- migrate:down
