-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE SCHEMA intelligence;

ALTER SCHEMA intelligence OWNER TO sealedbid;

COMMENT ON SCHEMA intelligence IS 'Functions that search what an organization knows, with the rights of who calls them.';

GRANT USAGE ON SCHEMA intelligence TO sb_tenant;
