-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone, p_aal integer DEFAULT 1) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    -- A proof is a sha256; a shorter one could be guessed.
    if (octet_length(p_proof) = 32) is not true then
        raise exception 'a proof is a sha256 of 32 bytes' using errcode = '22023';
    end if;
    insert into seal_private.credentials (stored, kind, user_id, org_id, subject, rank_cap, expires_at, aal)
    values (sha256(p_proof), p_kind, p_user, p_org, p_subject, p_rank_cap, p_expires, p_aal);
end $$;

ALTER FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone, p_aal integer) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone, p_aal integer) IS 'the only insert into credentials';

REVOKE ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone, p_aal integer) FROM PUBLIC;
GRANT ALL ON FUNCTION seal_private.add_credential(p_kind text, p_proof bytea, p_user uuid, p_org uuid, p_subject uuid, p_rank_cap integer, p_expires timestamp with time zone, p_aal integer) TO sb_gate;
