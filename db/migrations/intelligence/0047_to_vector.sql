-- migrate:up

-- The type's name is resolved here, once, wherever the extension lives: a statement of a tenant that says ::vector fails where
-- pgvector is in a schema that no login may look into, as on Supabase.
create function intelligence.to_vector(p_text text) returns vector
language sql immutable strict parallel safe
return p_text::vector;
comment on function intelligence.to_vector(text) is 'The vector that a text like [0.1,0.2] stands for.';
select seal_private.admit('intelligence.to_vector(text)', 'sb_owner', '{sb_tenant}', 'a type that tenants cannot name');

-- migrate:down
