-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal_private.accounts_elsewhere (
    is_so boolean DEFAULT true NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT accounts_elsewhere_is_so CHECK (is_so)
);

ALTER TABLE ONLY seal_private.accounts_elsewhere FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.accounts_elsewhere OWNER TO sb_owner;

COMMENT ON TABLE seal_private.accounts_elsewhere IS 'One row if another auth server signs people in though schema auth is ours. core.keep_accounts_elsewhere() writes it.';

ALTER TABLE ONLY seal_private.accounts_elsewhere
    ADD CONSTRAINT accounts_elsewhere_pkey PRIMARY KEY (is_so);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF created_at ON seal_private.accounts_elsewhere FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_accounts_elsewhere();

ALTER TABLE seal_private.accounts_elsewhere ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON seal_private.accounts_elsewhere TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON seal_private.accounts_elsewhere IS 'Who signs people in is asked before there is a context; no login has a privilege on the table.';

GRANT SELECT,INSERT,DELETE ON TABLE seal_private.accounts_elsewhere TO sb_gate;
