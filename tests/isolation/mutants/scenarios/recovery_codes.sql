-- as: sb_auth
-- Recovery codes.
select outcome, cardinality(codes), octet_length(codes[1]) from seal_auth.new_recovery_codes(m.proof('guarded'));
select m.codes();

select remaining, made_at = now() as are_new from seal_auth.recovery_codes(m.proof('guarded'));

select outcome, cardinality(codes), octet_length(codes[1]) from seal_auth.new_recovery_codes(m.proof('waiting'));
select m.codes();

select remaining, made_at = now() as are_new from seal_auth.recovery_codes(m.proof('waiting'));

select outcome, cardinality(codes), octet_length(codes[1]) from seal_auth.new_recovery_codes(m.proof('low'));
select m.codes();

select remaining, made_at = now() as are_new from seal_auth.recovery_codes(m.proof('low'));

select outcome, cardinality(codes), octet_length(codes[1]) from seal_auth.new_recovery_codes(m.proof('admin'));
select m.codes();

select remaining, made_at = now() as are_new from seal_auth.recovery_codes(m.proof('admin'));

select outcome, cardinality(codes), octet_length(codes[1]) from seal_auth.new_recovery_codes(m.proof('no proof'));
select m.codes();

select remaining, made_at = now() as are_new from seal_auth.recovery_codes(m.proof('no proof'));

select m.behind('delete from auth.factors');
select outcome, codes from seal_auth.new_recovery_codes(m.proof('guarded'));

select wait, outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.use_recovery_code(m.proof('waiting'), '\x01');
select m.levels();
select m.codes();

select wait, outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.use_recovery_code(m.proof('waiting'), '\x02');
select m.levels();
select m.codes();

select wait, outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.use_recovery_code(m.proof('waiting'), '\x03');
select m.levels();
select m.codes();

select wait, outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.use_recovery_code(m.proof('guarded'), '\x01');
select m.levels();
select m.codes();

select wait, outcome, account, session, counter, mac is not null as has_mac, address, level, methods -> 0 ->> 'method' as method from seal_auth.use_recovery_code(m.proof('no proof'), '\x01');
select m.levels();
select m.codes();

select wait, outcome from seal_auth.use_recovery_code(m.proof('waiting'), null);

select wait > 0 as waits, outcome from seal_auth.use_recovery_code(m.proof('waiting tried'), '\x03');
select m.codes();

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.account(m.proof('waiting'));

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.challenge_factor(m.proof('waiting'), m.id('app'));

select m.behind('alter table auth.users owner to sealedbid');
select seal_auth.sign_out(m.proof('no proof'), 'local');

select wait from seal_auth.try_factor(m.proof('waiting'), m.id('app'), m.id('step'), m.totp(), m.pad());
select m.levels();

select wait from seal_auth.try_factor(m.proof('waiting'), m.id('theirs'), m.id('step crossed'), m.totp(), m.pad());
select m.tried();

select wait from seal_auth.try_factor(m.proof('guarded'), m.id('begun'), m.id('step of begun by guarded'), m.totp(), m.pad());
select m.tried();

select m.behind('update auth.sessions set revoked_at = now(), revoked_why = ''before'' where id = m.id(''session admin'')');
select seal_auth.sign_out(m.proof('admin'), 'local');
select m.levels();
