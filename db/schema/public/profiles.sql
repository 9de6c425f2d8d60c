-- GENERATED from db/migrations by `make schema`; the migrations have the reasons.

CREATE TABLE public.profiles (
    id uuid NOT NULL,
    email text NOT NULL,
    email_confirmed_at timestamp with time zone,
    full_name text DEFAULT ''::text NOT NULL,
    onboarding_complete boolean DEFAULT false NOT NULL,
    locale text DEFAULT 'en'::text NOT NULL,
    lock_version integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT profiles_email_is_an_address CHECK (((email ~ '^[^@\s]+@[^@\s]+$'::text) AND (length(email) <= 320))),
    CONSTRAINT profiles_locale_is_a_tag CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
);

ALTER TABLE ONLY public.profiles FORCE ROW LEVEL SECURITY;

ALTER TABLE public.profiles OWNER TO sb_owner;

COMMENT ON TABLE public.profiles IS 'People: what their colleagues see of them.';

COMMENT ON COLUMN public.profiles.id IS 'The id in auth.users. A plain column: that table may belong to another auth server.';

COMMENT ON COLUMN public.profiles.email IS 'The address that was proven last; before any was, the one given. Only the sign-in code writes it.';

COMMENT ON COLUMN public.profiles.email_confirmed_at IS 'Since when it is known that the account''s address is this person''s; null: it is not, and what hangs on the address is not theirs.';

COMMENT ON COLUMN public.profiles.onboarding_complete IS 'The first-hour guide is done or dismissed.';

COMMENT ON COLUMN public.profiles.lock_version IS 'Counts changes: a change names the number that it has read.';

ALTER TABLE ONLY public.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (id);

CREATE TRIGGER bounds BEFORE INSERT OR UPDATE OF email, full_name, locale, email_confirmed_at, created_at, updated_at ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.bounds_of_public_profiles();

CREATE TRIGGER change_counts BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.count_change();

CREATE TRIGGER touch BEFORE UPDATE ON public.profiles FOR EACH ROW EXECUTE FUNCTION seal_private.touch();

CREATE POLICY colleagues ON public.profiles FOR SELECT TO sb_tenant USING ((id IN ( SELECT m.user_id
   FROM public.org_members m
  WHERE (m.org_id = ( SELECT seal.org(1) AS org)))));

COMMENT ON POLICY colleagues ON public.profiles IS 'People who share the open organization see each other''s profile.';

CREATE POLICY own_profile ON public.profiles FOR SELECT TO sb_tenant USING ((id = ( SELECT seal.person() AS person)));

COMMENT ON POLICY own_profile ON public.profiles IS 'A person between organizations sees their own profile.';

CREATE POLICY own_profile_change ON public.profiles FOR UPDATE TO sb_tenant USING ((id = ( SELECT seal.person() AS person))) WITH CHECK ((id = ( SELECT seal.person() AS person)));

COMMENT ON POLICY own_profile_change ON public.profiles IS 'A person between organizations changes their own profile.';

ALTER TABLE public.profiles ENABLE ROW LEVEL SECURITY;

CREATE POLICY sign_in ON public.profiles TO sb_gate USING (true) WITH CHECK (true);

COMMENT ON POLICY sign_in ON public.profiles IS 'The sign-in code makes a profile before there is an organization.';

GRANT SELECT ON TABLE public.profiles TO sb_tenant;
GRANT SELECT ON TABLE public.profiles TO sb_gate;

GRANT INSERT(id) ON TABLE public.profiles TO sb_gate;

GRANT INSERT(email),UPDATE(email) ON TABLE public.profiles TO sb_gate;

GRANT INSERT(email_confirmed_at),UPDATE(email_confirmed_at) ON TABLE public.profiles TO sb_gate;

GRANT UPDATE(full_name) ON TABLE public.profiles TO sb_tenant;
GRANT INSERT(full_name) ON TABLE public.profiles TO sb_gate;

GRANT UPDATE(onboarding_complete) ON TABLE public.profiles TO sb_tenant;

GRANT UPDATE(locale) ON TABLE public.profiles TO sb_tenant;
