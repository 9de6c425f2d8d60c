-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.person_of_identity(p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) RETURNS record
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $_$
declare
    v_address constant text := translate(p_address, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
    v_proven  timestamptz;
begin
    update auth.identities i
       set email = p_address, email_verified = coalesce(p_is_verified, false), last_sign_in_at = clock_timestamp()
     where i.provider = p_provider and i.provider_id = p_subject
    returning i.user_id into person;
    outcome := 'known';
    if person is not null then
        return;
    end if;
    if (p_is_verified and lower(v_address) = v_address and length(v_address) <= 320
        and v_address ~ '^[^@\s\u0001-\u001f\u007f-\u009f]+@[^@\s\u0001-\u001f\u007f-\u009f]+$') is not true then
        outcome := 'unverified';
        return;
    end if;
    select u.id, u.email_confirmed_at into person, v_proven
      from auth.users u where lower(u.email) = v_address for update;
    if person is not null and seal_private.is_banned(person) then
        return;
    end if;
    if person is null then
        person := seal_private.create_proven(v_address, jsonb_build_object('full_name', coalesce(p_name, '')), null,
                                             null);
        update auth.users u set raw_app_meta_data = u.raw_app_meta_data || jsonb_build_object('provider', p_provider)
         where u.id = person and not u.raw_app_meta_data ? 'provider' and u.created_at = now();
    elsif v_proven is null then
        perform seal_private.empty_account(person);
    end if;
    if seal_private.add_identity(person, p_provider, p_subject, p_address, p_is_verified, p_name) is null then
        select i.user_id into person from auth.identities i
         where i.provider = p_provider and i.provider_id = p_subject;
    end if;
end $_$;

ALTER FUNCTION seal_private.person_of_identity(p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) OWNER TO sb_gate;

COMMENT ON FUNCTION seal_private.person_of_identity(p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) IS 'whom an account at a provider signs in';

REVOKE ALL ON FUNCTION seal_private.person_of_identity(p_provider text, p_subject text, p_address text, p_is_verified boolean, p_name text, OUT outcome text, OUT person uuid) FROM PUBLIC;
