-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal.deviations (
    kind text NOT NULL,
    relation text NOT NULL,
    name text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT deviations_kind_known CHECK ((kind = ANY (ARRAY['policy'::text, 'key'::text, 'foreign key'::text, 'table'::text]))),
    CONSTRAINT deviations_reason_given CHECK ((reason <> ''::text))
);

ALTER TABLE ONLY seal.deviations FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.deviations OWNER TO sb_seal;

COMMENT ON TABLE seal.deviations IS 'Policies, keys, foreign keys and tables that differ from the rules for every table. Written by migrations through seal_private.deviate().';

ALTER TABLE ONLY seal.deviations
    ADD CONSTRAINT deviations_pkey PRIMARY KEY (kind, relation, name);

CREATE POLICY anyone_reads ON seal.deviations FOR SELECT TO sb_tenant USING (true);

COMMENT ON POLICY anyone_reads ON seal.deviations IS 'Everybody may see the lists of what is trusted and what differs.';

ALTER TABLE seal.deviations ENABLE ROW LEVEL SECURITY;

CREATE POLICY migrations_write ON seal.deviations TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY migrations_write ON seal.deviations IS 'Lists of the schema belong to no organization; migrations write them as the seal''s owner.';

GRANT SELECT ON TABLE seal.deviations TO sb_tenant;
