-- as: owner
-- The installer helps a person who has lost their device.
select core.remove_factors('GUARDED@m.example');
select f.friendly_name from auth.factors f order by 1;
select count(*) from auth.recovery_codes;
select s.id, s.aal, s.revoked_why from auth.sessions s where s.user_id = m.id('guarded') order by 1;
select m.devices();

select core.remove_factors('nobody@m.example');

select m.behind('alter table auth.users owner to sealedbid');
select core.remove_factors('guarded@m.example');

select m.behind('update auth.factors set pad_proof = sha256(''x'') where friendly_name <> ''begun''');
select p.email, p.factor, p.pad_proof from core.pads() p;

select m.behind('alter table auth.users owner to sealedbid');
select core.pads();

select seal_private.purge_accounts(100);
select count(*) filter (where id = m.id('step ancient')), count(*) from auth.challenges;
select count(*) filter (where stored = sha256(m.proof('waiting ancient'))), count(*) from auth.waiting_tokens;

-- as: sb_auth
-- Removing one.
select seal_auth.remove_factor(m.proof('guarded'), m.id('app'));
select m.levels();
select m.codes();

-- With the last one goes what its sign-ins had shown.
select m.behind($$update seal_private.credentials set aal = 2$$);
select m.behind($$delete from auth.factors where id = m.id('begun') or (user_id = m.id('guarded') and id <> m.id('app'))$$);
select seal_auth.remove_factor(m.proof('guarded'), m.id('app'));
select m.levels();

select seal_auth.remove_factor(m.proof('guarded'), m.id('begun'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('guarded'), m.id('theirs'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('guarded'), m.id('no app'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('waiting'), m.id('app'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('low'), m.id('app'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('admin'), m.id('of admin'));
select m.levels();
select m.codes();

select seal_auth.remove_factor(m.proof('no proof'), m.id('app'));
select m.levels();
select m.codes();

select m.behind('update auth.factors set verified_at = now() where friendly_name = ''begun''');
select seal_auth.remove_factor(m.proof('guarded'), m.id('app'));
select m.levels();
select m.codes();
