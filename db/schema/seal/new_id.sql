-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE FUNCTION seal.new_id() RETURNS uuid
    LANGUAGE sql PARALLEL SAFE
    RETURN uuidv7();

ALTER FUNCTION seal.new_id() OWNER TO sb_seal;

COMMENT ON FUNCTION seal.new_id() IS 'The id of every new row.';

REVOKE ALL ON FUNCTION seal.new_id() FROM PUBLIC;
GRANT ALL ON FUNCTION seal.new_id() TO sb_tenant;
GRANT ALL ON FUNCTION seal.new_id() TO sb_gate;
GRANT ALL ON FUNCTION seal.new_id() TO sb_queue;
