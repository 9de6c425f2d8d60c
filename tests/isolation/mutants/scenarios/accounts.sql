-- as: sb_auth
select seal_auth.create_user('fresh@m.example', 'hash', 'Fresh');

select seal_auth.confirm_email(m.id('unproven'), 'UNPROVEN@m.example');

select seal_auth.confirm_email(m.id('unproven'), 'other@m.example');

select seal_auth.confirm_email(m.id('nobody'), 'unproven@m.example');

select seal_auth.confirm_email(m.id('viewer'), 'unproven@m.example');

select seal_auth.change_email(m.id('viewer'), 'fresh@m.example');

select seal_auth.change_email(m.id('nobody'), 'fresh@m.example');

select seal_auth.ensure_profile(m.id('fresh'), 'fresh@m.example', 'Fresh', null);

select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', null);

select seal_auth.ensure_profile(m.id('viewer'), 'fresh@m.example', 'Fresh', '2020-01-01 00:00:00+00');

select seal_auth.ensure_profile(m.id('unproven'), 'unproven@m.example', 'Fresh', null);

select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('admin'), m.id('session admin'), now() + interval '2 days');

select seal_auth.start_session(m.proof('fresh'), m.id('viewer'), m.id('session admin'), now() + interval '2 days');

select seal_auth.start_session(m.proof('fresh'), m.id('nobody'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');

select seal_auth.start_session(m.proof('fresh'), m.id('second'), m.id('new session'), now() + interval '1 day');

select seal_auth.end_session(m.id('session admin'));

-- The accounts of an auth server that was here first.
select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.create_user('fresh@m.example', 'hash', 'Fresh');
select seal_auth.confirm_email(m.id('unproven'), 'unproven@m.example');
select seal_auth.change_email(m.id('viewer'), 'fresh@m.example');
select seal_auth.start_session(m.proof('fresh'), m.id('banned'), m.id('new session'), now() + interval '1 day');
select seal_auth.end_session(m.id('session admin'));
