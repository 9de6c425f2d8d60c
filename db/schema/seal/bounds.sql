-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal.bounds (
    relation text NOT NULL,
    column_name text NOT NULL,
    kind text NOT NULL,
    most bigint,
    is_made boolean DEFAULT false NOT NULL,
    CONSTRAINT bounds_kind_known CHECK ((kind = ANY (ARRAY['text'::text, 'bytes'::text, 'json'::text, 'list'::text, 'number'::text, 'time'::text, 'period'::text, 'span'::text]))),
    CONSTRAINT bounds_most_given CHECK ((((most IS NOT NULL) = (kind = ANY (ARRAY['text'::text, 'bytes'::text, 'json'::text, 'list'::text, 'number'::text]))) AND COALESCE((most > 0), true)))
);

ALTER TABLE ONLY seal.bounds FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.bounds OWNER TO sb_seal;

COMMENT ON TABLE seal.bounds IS 'The bound of every column that anything but a migration writes. Written by seal_private.bound().';

COMMENT ON COLUMN seal.bounds.relation IS 'The table, as regclass prints it.';

COMMENT ON COLUMN seal.bounds.most IS 'Bytes; for a number its distance from zero; null where the kind says it all.';

COMMENT ON COLUMN seal.bounds.is_made IS 'Functions of the product make the value of a row that is there, and keep the bound: no tenant may, and no trigger asks again.';

ALTER TABLE ONLY seal.bounds
    ADD CONSTRAINT bounds_pkey PRIMARY KEY (relation, column_name);

CREATE POLICY anyone_reads ON seal.bounds FOR SELECT TO sb_tenant USING (true);

COMMENT ON POLICY anyone_reads ON seal.bounds IS 'Everybody may see the lists of what is trusted and what differs.';

ALTER TABLE seal.bounds ENABLE ROW LEVEL SECURITY;

CREATE POLICY migrations_write ON seal.bounds TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY migrations_write ON seal.bounds IS 'Lists of the schema belong to no organization; migrations write them as the seal''s owner.';

GRANT SELECT ON TABLE seal.bounds TO sb_tenant;
