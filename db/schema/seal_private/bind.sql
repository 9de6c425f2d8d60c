-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_before text := current_setting('seal.context', true);
    -- seal_private.binding(): written out, as in seal_private.context(), because every opening pays for a call
    v_tail   constant text := '.' || pg_backend_pid() || '.' || extract(epoch from transaction_timestamp());
    v_body   text;
    v_key    seal_private.keys;
begin
    if v_before <> '' then
        select * into v_key from seal_private.keys k
         where k.purpose = 'context' and k.version::text = split_part(v_before, '.', 7);
        if found and right(v_before, 64) = encode(sha256(v_key.opad || sha256(v_key.ipad
                         || convert_to(left(v_before, -65) || v_tail, 'UTF8'))), 'hex') then
            raise exception 'a tenant context is already open' using errcode = '25001';
        end if;
    end if;
    select * into v_key from seal_private.keys k where k.purpose = 'context' order by k.version desc limit 1;
    if not found then
        raise exception 'there is no key for contexts: a restore was cut off; `sealedbid migrate` finishes it'
            using errcode = '55000';
    end if;
    v_body := p_kind || '.' || coalesce(p_user::text, '') || '.' || coalesce(p_org::text, '') || '.' || p_rank || '.'
              || p_subject || '.' || ceil(extract(epoch from p_expires))::bigint || '.' || v_key.version;
    if v_body is null then                                    -- concatenation with a null: fails closed
        raise exception 'incomplete context' using errcode = '28000';
    end if;
    perform set_config('seal.context', v_body || '.' || encode(sha256(v_key.opad || sha256(v_key.ipad
                           || convert_to(v_body || v_tail, 'UTF8'))), 'hex'), true);
end $$;

ALTER FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) IS 'sets the context; called by the openings alone';

REVOKE ALL ON FUNCTION seal_private.bind(p_kind text, p_user uuid, p_org uuid, p_rank integer, p_subject uuid, p_expires timestamp with time zone) FROM PUBLIC;
