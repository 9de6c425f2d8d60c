-- as: sb_api
-- A link's password.
select seal.link_salt(m.proof('locked link'), m.id('a')), seal.link_salt(m.proof('locked link'),
    m.id('b')), seal.link_salt(m.proof('no link'), m.id('a'));

select seal.link_salt(m.proof('link'), m.id('a')), seal.link_salt(m.proof('revoked link'), m.id('a'));

select seal.link_salt(m.proof('twin in b'), m.id('b'));

select m.behind($$insert into seal_private.keys (purpose, version, ipad, opad) select 'context', 40, ipad, opad from seal_private.keys
    where purpose = 'other' and version = 1$$);
select seal.link_salt(m.proof('link'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

select seal.try_link(m.proof('link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('b'));

select seal.try_link(m.proof('no link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('revoked link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('twin in b'), m.proof('other'), m.id('b'));

select seal.try_link(m.proof('first link'), m.proof('password'), m.id('a'));

select seal.try_link(m.proof('first link'), m.proof('wrong'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));

select m.behind($$update seal_private.link_tries set failures = 9 where link_id = m.id('first link')$$);
select seal.try_link(m.proof('first link'), m.proof('wrong'), m.id('a'));

select m.behind($$delete from seal_private.link_tries where link_id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

-- Another row of the organization is found first.
select m.behind($$update seal_private.link_tries set failures = failures where link_id = m.id('locked link')$$);
select m.behind($$update seal_private.link_tries set locked_until = now() + interval '1 day' where link_id <> m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('wrong'), m.id('a'));

-- The other organization's link of the same id is found first.
select m.behind($$update public.share_links set allow_download = false where org_id = m.id('a') and id = m.id('locked link')$$);
select seal.try_link(m.proof('locked link'), m.proof('password'), m.id('a'));
