-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.p256(OUT p numeric, OUT n numeric, OUT b numeric, OUT x numeric, OUT y numeric) RETURNS record
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
    select '0xffffffff00000001000000000000000000000000ffffffffffffffffffffffff'::numeric,
           '0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551'::numeric,
           '0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b'::numeric,
           '0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296'::numeric,
           '0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5'::numeric
$$;

ALTER FUNCTION seal_private.p256(OUT p numeric, OUT n numeric, OUT b numeric, OUT x numeric, OUT y numeric) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.p256(OUT p numeric, OUT n numeric, OUT b numeric, OUT x numeric, OUT y numeric) IS 'signatures of passkeys';

REVOKE ALL ON FUNCTION seal_private.p256(OUT p numeric, OUT n numeric, OUT b numeric, OUT x numeric, OUT y numeric) FROM PUBLIC;
