-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.begin_flow(p_token uuid, p_flow jsonb, p_redirect_to text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
begin
    if p_flow is not null then
        insert into auth.flows (token_id, challenge, browser, redirect_to, expires_at)
        values (p_token, decode(p_flow ->> 'challenge', 'hex'), decode(p_flow ->> 'browser', 'hex'), p_redirect_to,
                coalesce((select t.expires_at from auth.one_time_tokens t where t.id = p_token),
                         clock_timestamp() + interval '1 hour'));
    end if;
end $$;

ALTER FUNCTION seal_private.begin_flow(p_token uuid, p_flow jsonb, p_redirect_to text) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.begin_flow(p_token uuid, p_flow jsonb, p_redirect_to text) IS 'binds a mail to the program that asked for it';

REVOKE ALL ON FUNCTION seal_private.begin_flow(p_token uuid, p_flow jsonb, p_redirect_to text) FROM PUBLIC;
