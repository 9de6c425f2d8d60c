-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal.noted (
    kind text NOT NULL,
    name text NOT NULL,
    content text NOT NULL,
    CONSTRAINT noted_kind_known CHECK ((kind = ANY (ARRAY['function'::text, 'privilege'::text, 'policy'::text, 'constraint'::text, 'trigger'::text, 'index'::text, 'default'::text, 'parameter'::text])))
);

ALTER TABLE ONLY seal.noted FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.noted OWNER TO sb_seal;

COMMENT ON TABLE seal.noted IS 'Functions, privileges, policies, constraints, triggers, indexes, defaults of columns and grants on parameters as the migrations made them; sealedbid audit compares. Written by seal_private.note().';

COMMENT ON COLUMN seal.noted.name IS 'The function as regprocedure prints it; the role, the verb and the relation of a privilege; what it is of.';

COMMENT ON COLUMN seal.noted.content IS 'A digest of the function with its attributes and settings; the columns that a privilege covers; anything else as the server prints it.';

ALTER TABLE ONLY seal.noted
    ADD CONSTRAINT noted_pkey PRIMARY KEY (kind, name);

CREATE POLICY anyone_reads ON seal.noted FOR SELECT TO sb_tenant USING (true);

COMMENT ON POLICY anyone_reads ON seal.noted IS 'Everybody may see the lists of what is trusted and what differs.';

CREATE POLICY migrations_write ON seal.noted TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY migrations_write ON seal.noted IS 'Lists of the schema belong to no organization; migrations write them as the seal''s owner.';

ALTER TABLE seal.noted ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON TABLE seal.noted TO sb_tenant;
