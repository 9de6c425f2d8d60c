-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE system.event_actions (
    action text NOT NULL,
    least_rank smallint NOT NULL,
    meaning text NOT NULL,
    CONSTRAINT event_actions_action_is_a_name CHECK (((action ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$'::text) AND (length(action) <= 100))),
    CONSTRAINT event_actions_least_rank_known CHECK (((least_rank >= 0) AND (least_rank <= 4)))
);

ALTER TABLE ONLY system.event_actions FORCE ROW LEVEL SECURITY;

ALTER TABLE system.event_actions OWNER TO sb_owner;

COMMENT ON TABLE system.event_actions IS 'The events that system.record_event() takes, and from whom. Migrations write it.';

COMMENT ON COLUMN system.event_actions.least_rank IS 'viewer 1, member 2, admin 3, owner 4, and above; 0: guests alone, each of the link that they hold.';

ALTER TABLE ONLY system.event_actions
    ADD CONSTRAINT event_actions_pkey PRIMARY KEY (action);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF action, meaning ON system.event_actions FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_system_event_actions();

CREATE POLICY anyone_reads ON system.event_actions FOR SELECT TO sb_gate, sb_tenant USING (true);

COMMENT ON POLICY anyone_reads ON system.event_actions IS 'Everybody may see the events that tenants may record.';

ALTER TABLE system.event_actions ENABLE ROW LEVEL SECURITY;

GRANT SELECT ON TABLE system.event_actions TO sb_tenant;
GRANT SELECT ON TABLE system.event_actions TO sb_gate;
