-- migrate:up

-- The context: who a transaction is, in a transaction-local setting that anybody can write and nobody can forge.
--
--   kind.user.org.rank.subject.expires.key version | '.' | 64 hex digits of HMAC-SHA256(key, all that | '.' | binding)
--
-- It is made in the backend that reads the rows. Every way of carrying one to another server was forged when tried.

-- What a context is bound to: this backend, and when the transaction began. A transaction begins when the message
-- arrived that began it, so the same text verifies in no transaction of a later message. One message that holds
-- several transactions can use the text in all of them: they are all of whoever wrote the message, and had its proof.
create function seal_private.binding() returns text
language sql stable parallel restricted set search_path = pg_catalog, pg_temp as $$
    select pg_backend_pid() || '.' || extract(epoch from transaction_timestamp())
$$;

-- Sets the context. One that is open is not overwritten, so that no code swaps it by mistake. Whoever blanks the
-- setting first, or rolls back to before the opening, is nobody, and opens again what they have a proof of: a
-- transaction never has more than the proofs that were shown in it. What does not verify is a leftover and is
-- overwritten.
create function seal_private.bind(
    p_kind text, p_user uuid, p_org uuid, p_rank int, p_subject uuid, p_expires timestamptz)
    returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
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

-- The parts of the context, bound as seal_private.binding() says. Null where none was opened; whatever else does not
-- verify raises, so that a context that expires in mid-transaction is an error and never "no rows".
create function seal_private.context() returns text[]
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context text := current_setting('seal.context', true);
    v_body    text;
    v_ipad    bytea;
    v_opad    bytea;
begin
    if v_context is null or v_context = '' then return null; end if;
    v_body := left(v_context, -65);
    select k.ipad, k.opad into v_ipad, v_opad from seal_private.keys k
     where k.purpose = 'context' and k.version::text = split_part(v_body, '.', 7)
       and (k.expires_at is null or k.expires_at > clock_timestamp());
    if encode(sha256(v_opad || sha256(v_ipad || convert_to(v_body || '.' || pg_backend_pid() || '.'
                         || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
       is distinct from right(v_context, 64) then
        raise exception 'forged tenant context' using errcode = '28000';
    end if;
    if split_part(v_body, '.', 6)::bigint < extract(epoch from clock_timestamp()) then
        raise exception 'the tenant context has expired' using errcode = '28000';
    end if;
    return string_to_array(v_body, '.');
end $$;

-- The org of the context if its rank is at least p_rank, else null: what every policy compares org_id with. It is on
-- the path of every statement, so the check of seal_private.context() and the binding stand here again instead of
-- being called.
create function seal.org(p_rank int default 1) returns uuid
language plpgsql stable parallel restricted security definer set search_path = pg_catalog, pg_temp as $$
declare
    v_context text := current_setting('seal.context', true);
    v_body    text;
    v_ipad    bytea;
    v_opad    bytea;
begin
    if v_context is null or v_context = '' then return null; end if;
    v_body := left(v_context, -65);
    select k.ipad, k.opad into v_ipad, v_opad from seal_private.keys k
     where k.purpose = 'context' and k.version::text = split_part(v_body, '.', 7)
       and (k.expires_at is null or k.expires_at > clock_timestamp());
    if encode(sha256(v_opad || sha256(v_ipad || convert_to(v_body || '.' || pg_backend_pid() || '.'
                         || extract(epoch from transaction_timestamp()), 'UTF8'))), 'hex')
       is distinct from right(v_context, 64) then
        raise exception 'forged tenant context' using errcode = '28000';
    end if;
    if split_part(v_body, '.', 6)::bigint < extract(epoch from clock_timestamp()) then
        raise exception 'the tenant context has expired' using errcode = '28000';
    end if;
    if (split_part(v_body, '.', 4)::int >= p_rank) is not true then return null; end if;
    return nullif(split_part(v_body, '.', 3), '')::uuid;
end $$;
comment on function seal.org(int) is
    'The organization of the open context if its rank is at least the given one, else null. Raises '
    'CredentialRefusedError if the context is forged or expired.';

-- A pooled session passes from tenant to tenant, and no privilege forbids what an injected statement may leave in it
-- for the next: a statement prepared under the driver's name, a cursor held open, a temporary object. So nothing opens
-- in a session that is not clean, and the caller drops the connection. (Settings end with the `reset all` of the first
-- message.)
create function seal_private.assert_clean() returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
    if pg_my_temp_schema() <> 0
       or exists (select from pg_prepared_statement() p where p.from_sql)
       or exists (select from pg_cursor() c where c.is_holdable) then
        raise exception 'the session is not clean' using errcode = '55006', hint = 'drop this connection';
    end if;
end $$;

select seal_private.admit('seal_private.binding()', 'sb_seal', '{}',
           'the backend and the transaction that a context is bound to'),
       seal_private.admit('seal_private.bind(text, uuid, uuid, integer, uuid, timestamptz)', 'sb_seal', '{}',
           'sets the context; called by the openings alone'),
       seal_private.admit('seal_private.context()', 'sb_seal', '{sb_gate, sb_queue}',
           'verifies the context with the key'),
       seal_private.admit('seal_private.assert_clean()', 'sb_seal', '{}',
           'refuses a session in which something was left'),
       seal_private.admit('seal.org(integer)', 'sb_seal', '{sb_tenant, sb_gate, sb_queue}',
           'verifies the context with the key');

-- migrate:down
