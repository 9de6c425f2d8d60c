"""One-time tokens of sign-in, as mails need them."""

from __future__ import annotations

from uuid import UUID

from tests.mail.office import Office

# The least of what sign-in brings, for a schema without it.
STAND_IN = """
create table auth.one_time_tokens (
    id uuid primary key default gen_random_uuid(), user_id uuid, kind text, email text,
    stored bytea, expires_at timestamptz, used_at timestamptz);
grant select, insert, update on auth.one_time_tokens to sb_gate;
create function seal_private.one_time_secret(p_token uuid) returns bytea language sql stable as
$$ select m from auth.one_time_tokens t, unnest(seal_private.mail_secrets('one-time.' || t.id)) m
    where t.id = p_token and t.stored = sha256(m) $$;
create function seal_private.issue_one_time(p_kind text, p_email text, p_user uuid, p_life interval)
returns uuid language plpgsql as $$
declare v_id constant uuid := gen_random_uuid();
begin
    insert into auth.one_time_tokens (id, user_id, kind, email, expires_at, stored)
    values (v_id, p_user, p_kind, p_email, clock_timestamp() + p_life,
            sha256(seal_private.new_mail_secret('one-time.' || v_id)));
    return v_id;
end $$;
grant execute on function seal_private.one_time_secret(uuid),
    seal_private.issue_one_time(text, text, uuid, interval) to sb_gate;
"""


def ensure_tokens(office: Office) -> None:
    """Make the stand-in in a database whose schema has no one-time tokens."""
    ((found,),) = office.behind("select to_regclass('auth.one_time_tokens') is not null")
    if not found:
        office.behind(STAND_IN)


def issue(office: Office, kind: str, email: str, life: str = "1 hour") -> UUID:
    """Make a link and a code for one mail, as sign-in does; returns the token's id."""
    with office.installation.as_superuser() as behind, behind.transaction():
        behind.execute("set local role sb_gate")
        row = behind.execute(
            "select seal_private.issue_one_time(%s, %s, null, %s)", (kind, email, life)
        ).fetchone()
    assert row is not None
    return UUID(str(row[0]))
