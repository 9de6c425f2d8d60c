-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE queue.duty (
    is_one boolean DEFAULT true NOT NULL,
    CONSTRAINT duty_is_one CHECK (is_one)
);

ALTER TABLE ONLY queue.duty FORCE ROW LEVEL SECURITY;

ALTER TABLE queue.duty OWNER TO sb_owner;

COMMENT ON TABLE queue.duty IS 'One row: who has locked it does the maintenance. No advisory lock: anybody who can send a statement can hold one of those.';

ALTER TABLE ONLY queue.duty
    ADD CONSTRAINT duty_is_one_row PRIMARY KEY (is_one);

ALTER TABLE queue.duty ENABLE ROW LEVEL SECURITY;

CREATE POLICY scheduling ON queue.duty TO sb_queue USING (true) WITH CHECK (is_one);

COMMENT ON POLICY scheduling ON queue.duty IS 'The queue''s functions lock it.';

GRANT SELECT,UPDATE ON TABLE queue.duty TO sb_queue;
