-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_context constant text[] := seal_private.context();
    v_rank    constant int := v_context[4]::int;
begin
    -- A person issues, in an organization, and for two years at most. What is null fails.
    if (v_context[1] = 'session' and v_context[3] <> '' and p_rank between 0 and 4
        and case p_kind when 'key' then v_rank >= 3 when 'link' then v_rank >= 2 end
        and p_expires <= clock_timestamp() + interval '2 years') is not true then
        raise exception 'not allowed to issue this' using errcode = '42501';
    end if;
    -- A key that no administrator can see in the list would be a back door; so would one that stands there as somebody
    -- else's, or that lives longer than the list says.
    if p_kind = 'key' and not exists (select from public.api_keys k
                                       where k.org_id = v_context[3]::uuid and k.id = p_subject
                                         and k.created_by = v_context[2]::uuid and k.expires_at >= p_expires) then
        raise exception 'no such API key' using errcode = '42501';
    end if;
    -- The same of links.
    if p_kind = 'link' and not exists (select from public.share_links l
                                        where l.org_id = v_context[3]::uuid and l.id = p_subject
                                          and l.created_by = v_context[2]::uuid and l.expires_at >= p_expires) then
        raise exception 'no such link' using errcode = '42501';
    end if;
    perform seal_private.add_credential(p_kind, p_proof, v_context[2]::uuid, v_context[3]::uuid, p_subject,
                                        least(p_rank, v_rank), p_expires);
end $$;

ALTER FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) IS 'Stores the proof of a key (admins) or link (members) for the open organization, ranking no higher than its maker: for a row that they made themselves, and no longer than it says.';

REVOKE ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.issue(p_kind text, p_proof bytea, p_subject uuid, p_rank integer, p_expires timestamp with time zone) TO sb_api;
