-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.sha1(p_message bytea) RETURNS bytea
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
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

ALTER FUNCTION seal_private.sha1(p_message bytea) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.sha1(p_message bytea) IS 'SHA-1 (RFC 3174), for codes of authenticator apps and nothing else.';

REVOKE ALL ON FUNCTION seal_private.sha1(p_message bytea) FROM PUBLIC;
