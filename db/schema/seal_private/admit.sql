-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text DEFAULT 'own'::text) RETURNS void
    LANGUAGE plpgsql
    SET search_path TO 'pg_catalog', 'pg_temp'
    AS $$
declare
    v_function record;
    v_caller   name;
begin
    select p.prosecdef, p.pronamespace::regnamespace as schema, p.proowner,
           coalesce(p.proacl, acldefault('f', p.proowner)) as acl
      into strict v_function from pg_proc p where p.oid = p_function;
    if obj_description(p_function, 'pg_proc') is null then
        execute format('comment on function %s is %L', p_function, p_reason);
    end if;
    perform seal_private.strip('function', p_function::text, v_function.acl, v_function.proowner);
    perform seal_private.give('function', p_function::text, v_function.schema, p_owner);
    foreach v_caller in array p_callers loop
        execute format('grant execute on function %s to %I', p_function, v_caller);
    end loop;
    delete from seal.definer_functions where signature = p_function::text;
    if v_function.prosecdef then
        insert into seal.definer_functions (signature, owner, callers, reason, reach)
        values (p_function::text, p_owner, p_callers, p_reason, p_reach);
    end if;
end $$;

ALTER FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) OWNER TO sb_seal;

COMMENT ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) IS 'ends the definition of a function';

REVOKE ALL ON FUNCTION seal_private.admit(p_function regprocedure, p_owner name, p_callers name[], p_reason text, p_reach text) FROM PUBLIC;
