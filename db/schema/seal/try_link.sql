-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) RETURNS void
    LANGUAGE plpgsql STRICT SECURITY DEFINER
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_link  constant uuid := seal_private.link_of(p_proof, p_org);
    v_tries seal_private.link_tries;
    v_right boolean;
    v_open  boolean;
begin
    select l.password_proof = sha256(p_password) into v_right
      from public.share_links l where l.org_id = p_org and l.id = v_link;
    if v_right is null then
        return;     -- no such link, or none with a password
    end if;
    insert into seal_private.link_tries (org_id, link_id) values (p_org, v_link) on conflict do nothing;
    select * into v_tries from seal_private.link_tries t where t.org_id = p_org and t.link_id = v_link for update;
    v_open := v_tries.locked_until <= clock_timestamp();
    -- The same row is written whatever the answer is: what a transaction wrote, everybody can count.
    update seal_private.link_tries t
       set failures = case when not v_open then t.failures when v_right then 0 else least(t.failures + 1, 1000) end,
           locked_until = case when v_open and not v_right and (t.failures + 1) % 10 = 0
                               then clock_timestamp() + least(interval '15 minutes'
                                                              * 2 ^ least((t.failures + 1) / 10 - 1, 7),
                                                              interval '1 day')
                               else t.locked_until end,
           ticket = case when v_open and v_right then sha256(sha256(p_proof || p_password)) else t.ticket end,
           ticket_until = case when v_open and v_right then clock_timestamp() + interval '1 minute'
                               else t.ticket_until end,
           ticket_of = case when v_open and v_right then pg_current_xact_id()::text::bigint else t.ticket_of end
     where t.org_id = p_org and t.link_id = v_link;
end $$;

ALTER FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) OWNER TO sb_seal;

COMMENT ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) IS 'Tries a password at a link: the 32 bytes that argon2id makes of it with seal.link_salt(). Says nothing, whatever it is, and raises for nothing. If it is right and the transaction commits, seal.open(''link'', sha256(the link''s proof || the 32 bytes), org) opens the link for a minute. Ten wrong ones lock the link for a quarter of an hour, and longer each time.';

REVOKE ALL ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) FROM PUBLIC;
GRANT ALL ON FUNCTION seal.try_link(p_proof bytea, p_password bytea, p_org uuid) TO sb_api;
