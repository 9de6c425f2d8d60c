-- as: sb_auth
-- Signing in: seal_auth.finish_passkey.
select * from m.by_passkey('key', 'admin', 'asked');
select m.passkeys();
select * from m.by_passkey('key', 'admin', 'asked', m.device(7));
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked late');
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked used');

select * from m.by_passkey('key', 'admin', 'adding');
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'nothing asked');

select * from m.by_passkey('no key', 'admin', 'asked');
select m.passkeys();

select * from m.by_passkey('key', 'owner', 'asked');

select outcome from seal_auth.finish_passkey(m.id('asked'), m.proof('key'), null, m.device(6), m.client('webauthn.get', 'asked'), m.signature(m.device(6) || sha256(m.client('webauthn.get', 'asked'))), null, null, null);

select * from m.by_passkey('key banned', 'banned', 'asked');

select * from m.by_passkey('key', 'admin', 'asked', m.device(5));
select m.passkeys();

select * from m.by_passkey('key uncounted', 'admin', 'asked', m.device(0));
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked', m.device(6, 29));
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked', m.device(6, 5));
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked', m.device(6, 9));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6, 12));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6, 13, 'else.example'));

select * from m.by_passkey('key elsewhere', 'admin', 'asked');

select * from m.by_passkey('key elsewhere', 'admin', 'asked elsewhere', m.device(6, 13, 'else.example'));

select * from m.by_passkey('key', 'admin', 'asked elsewhere', m.device(6, 13, 'else.example'));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), m.client('webauthn.create', 'asked'));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), m.client('webauthn.get', 'asked late'));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), m.client('webauthn.get', 'asked', 'https://else.example'));

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), null, m.signature('else'));
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), null, null, '192.0.2.66');
select m.passkeys();

select * from m.by_passkey('key', 'admin', 'asked', m.device(6), null, null, '192.0.2.67');
select m.passkeys();

-- A person with an app is asked for no second step.
select * from m.by_passkey('key guarded', 'guarded', 'asked');
select m.levels();

-- Asking: seal_auth.challenge_passkey.
select wait, id is not null, octet_length(challenge), expires_at > now() + interval '4 minutes' from seal_auth.challenge_passkey('https://m.example', 'm.example', '192.0.2.1');
select m.passkeys();

select wait > 0, id is null from seal_auth.challenge_passkey('https://m.example', 'm.example', '192.0.2.66');
select m.passkeys();

-- Adding: seal_auth.begin_passkey.
select outcome, id is not null, octet_length(challenge), account, address, cardinality(known) from seal_auth.begin_passkey(m.proof('admin'), 'https://m.example', 'm.example');
select m.passkeys();

select outcome, id is not null, account, address, cardinality(known) from seal_auth.begin_passkey(m.proof('guarded'), 'https://m.example', 'm.example');
select m.passkeys();

select outcome, id is not null, account, address from seal_auth.begin_passkey(m.proof('waiting'), 'https://m.example', 'm.example');

select outcome from seal_auth.begin_passkey(m.proof('no proof'), 'https://m.example', 'm.example');

select outcome, cardinality(known) from seal_auth.begin_passkey(m.proof('of watched'), 'https://m.example', 'm.example');
select m.passkeys();
select outcome from seal_auth.add_passkey(m.proof('of watched'), m.id('adding of watched'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding of watched'), '{usb}', 'new');
select m.passkeys();
select outcome, cardinality(known) from seal_auth.begin_passkey(m.proof('of watched'), 'https://m.example', 'm.example');
select m.behind('update auth.passkey_challenges set session_id = m.id(''session watched'') where id = m.id(''adding'')');
select outcome from seal_auth.add_passkey(m.proof('of watched'), m.id('adding'), m.proof('newer key'), -7, m.key(), null, m.made(m.proof('newer key')), m.client('webauthn.create', 'adding'), '{usb}', 'newer');
select m.passkeys();

-- seal_auth.add_passkey
select outcome, id is not null, friendly_name from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding'), '{usb}', 'new');
select m.passkeys();

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding late'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding late'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding used'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding used'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding of guarded'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding of guarded'), '{usb}', 'new');
select m.passkeys();

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('asked'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'asked'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('waiting'), m.id('adding of waiting'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding of waiting'), '{usb}', 'new');
select m.passkeys();

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('key guarded'), -7, m.key(), null, m.made(m.proof('key guarded')), m.client('webauthn.create', 'adding'), '{usb}', 'new');
select m.passkeys();

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('other key')), m.client('webauthn.create', 'adding'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key'), 73), m.client('webauthn.create', 'adding'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('new key'), -7, m.key(), null, m.made(m.proof('new key')), m.client('webauthn.get', 'adding'), '{usb}', 'new');

select outcome from seal_auth.add_passkey(m.proof('admin'), m.id('adding'), m.proof('new key'), -7, decode(repeat('01', 64), 'hex'), null, m.made(m.proof('new key')), m.client('webauthn.create', 'adding'), '{usb}', 'new');

-- Seeing, naming and removing: seal_auth.own_passkeys, rename_passkey, remove_passkey.
select friendly_name, last_used_at, transports, is_synced from seal_auth.own_passkeys(m.proof('admin'));

select friendly_name from seal_auth.own_passkeys(m.proof('guarded'));

select friendly_name from seal_auth.own_passkeys(m.proof('waiting'));

select id, friendly_name from seal_auth.rename_passkey(m.proof('admin'), m.id('key'), 'named');
select m.passkeys();

select id, friendly_name from seal_auth.rename_passkey(m.proof('admin'), m.id('key guarded'), 'named');
select m.passkeys();

select id, friendly_name from seal_auth.rename_passkey(m.proof('waiting'), m.id('key guarded'), 'named');

select seal_auth.remove_passkey(m.proof('admin'), m.id('key'));
select m.passkeys();

select seal_auth.remove_passkey(m.proof('guarded'), m.id('key guarded'));
select m.passkeys();

select seal_auth.remove_passkey(m.proof('admin'), m.id('key guarded'));
select m.passkeys();

select seal_auth.remove_passkey(m.proof('waiting'), m.id('key guarded'));
select m.passkeys();

select seal_auth.remove_passkey(m.proof('admin'), m.id('no key'));

-- as: owner
select core.remove_factors('GUARDED@m.example');
select m.passkeys();

select seal_private.purge_accounts(100);
select m.passkeys();
