-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE seal_private.link_tries (
    org_id uuid NOT NULL,
    link_id uuid NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    locked_until timestamp with time zone DEFAULT now() NOT NULL,
    ticket bytea DEFAULT decode(repeat('00'::text, 32), 'hex'::text) NOT NULL,
    ticket_until timestamp with time zone DEFAULT now() NOT NULL,
    ticket_of bigint DEFAULT 0 NOT NULL,
    CONSTRAINT link_tries_failures_not_negative CHECK ((failures >= 0)),
    CONSTRAINT link_tries_ticket_is_sha256 CHECK ((octet_length(ticket) = 32))
);

ALTER TABLE ONLY seal_private.link_tries FORCE ROW LEVEL SECURITY;

ALTER TABLE seal_private.link_tries OWNER TO sb_seal;

COMMENT ON TABLE seal_private.link_tries IS 'Results of passwords that were tried at links. No login reads it. Every row is of one width, and no index is on a column that a try changes: a transaction that is rolled back can count how many rows of a page it wrote.';

COMMENT ON COLUMN seal_private.link_tries.failures IS 'Wrong ones since the last right one; each tenth locks the link.';

COMMENT ON COLUMN seal_private.link_tries.locked_until IS 'No password is right before this time: a quarter of an hour, then twice as long each time, a day at most.';

COMMENT ON COLUMN seal_private.link_tries.ticket IS 'sha256 of the proof of the ticket that the last right password made: sha256(the link''s proof, the 32 bytes).';

COMMENT ON COLUMN seal_private.link_tries.ticket_of IS 'The transaction that made the ticket: it opens nothing in that one.';

ALTER TABLE ONLY seal_private.link_tries
    ADD CONSTRAINT link_tries_pkey PRIMARY KEY (org_id, link_id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF locked_until, ticket_until, ticket, ticket_of ON seal_private.link_tries FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_seal_private_link_tries();

ALTER TABLE ONLY seal_private.link_tries
    ADD CONSTRAINT link_tries_link_fkey FOREIGN KEY (org_id, link_id) REFERENCES public.share_links(org_id, id) ON DELETE CASCADE;

ALTER TABLE seal_private.link_tries ENABLE ROW LEVEL SECURITY;

CREATE POLICY only_the_seal ON seal_private.link_tries TO sb_seal USING (true) WITH CHECK (true);

COMMENT ON POLICY only_the_seal ON seal_private.link_tries IS 'A guest tries a password before there is a context; no login has a privilege on the table.';
