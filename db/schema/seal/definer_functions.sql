-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal.definer_functions (
    signature text NOT NULL,
    owner text NOT NULL,
    callers text[] NOT NULL,
    reason text NOT NULL,
    reach text DEFAULT 'own'::text NOT NULL,
    CONSTRAINT definer_functions_reach_known CHECK ((reach = ANY (ARRAY['own'::text, 'all'::text]))),
    CONSTRAINT definer_functions_reason_given CHECK ((reason <> ''::text)),
    CONSTRAINT definer_functions_tenants_reach_their_own CHECK (((reach = 'own'::text) OR (NOT (callers && '{public,sb_tenant,sb_api,sb_worker}'::text[]))))
);

ALTER TABLE ONLY seal.definer_functions FORCE ROW LEVEL SECURITY;

ALTER TABLE seal.definer_functions OWNER TO sb_seal;

COMMENT ON TABLE seal.definer_functions IS 'The allowed SECURITY DEFINER functions: the trusted computing base. Written by migrations through seal_private.admit().';

COMMENT ON COLUMN seal.definer_functions.signature IS 'The function, as regprocedure prints it.';

COMMENT ON COLUMN seal.definer_functions.callers IS 'Roles that may execute it; empty: only functions of the same owner.';

COMMENT ON COLUMN seal.definer_functions.reach IS 'own: what its caller''s proof or context opens. all: any organization, which sign-in and the dispatcher are trusted with; see `prove`.';

ALTER TABLE ONLY seal.definer_functions
    ADD CONSTRAINT definer_functions_pkey PRIMARY KEY (signature);

CREATE POLICY anyone_reads ON seal.definer_functions FOR SELECT TO sb_tenant USING (true);

COMMENT ON POLICY anyone_reads ON seal.definer_functions IS 'Everybody may see the lists of what is trusted and what differs.';

ALTER TABLE seal.definer_functions ENABLE ROW LEVEL SECURITY;

CREATE POLICY migrations_write ON seal.definer_functions TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY migrations_write ON seal.definer_functions IS 'Lists of the schema belong to no organization; migrations write them as the seal''s owner.';

GRANT SELECT ON TABLE seal.definer_functions TO sb_tenant;
