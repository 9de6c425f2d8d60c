-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

ALTER DEFAULT PRIVILEGES FOR ROLE sealedbid REVOKE ALL ON FUNCTIONS FROM PUBLIC;
