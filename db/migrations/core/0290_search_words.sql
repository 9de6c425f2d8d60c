-- migrate:up

-- Words in which a list is searched: small letters without accents, and no signs between them, so that an address or
-- a hyphenated name is found by each of its parts. Read by the rights of who calls them. No column that is searched is
-- longer than what is looked at.
create function core.to_words(p_text text) returns text
language sql immutable strict parallel safe
return translate(replace(lower(regexp_replace(normalize(left(p_text, 100000), nfkd), u&'[\0300-\036f]', '', 'g')),
                         'ß', 'ss'),
                 'øłđ@./\-_''’&+:#|,;()[]', 'old                    ');
comment on function core.to_words(text) is 'The text in small letters, without accents and the signs between words.';

-- Of each word the beginning is enough. The lexemes are quoted: none of their signs is an operator.
create function core.all_beginnings(p_text text) returns tsquery
language sql immutable strict parallel safe
return (select string_agg('''' || replace(replace(w.lexeme, '\', '\\'), '''', '''''') || ''':*', ' & ')::tsquery
          from unnest(to_tsvector('pg_catalog.simple', core.to_words(p_text))) w);
comment on function core.all_beginnings(text) is
    'The query that finds what has a word beginning with each of these words; null if there are none.';

select seal_private.admit('core.to_words(text)', 'sb_owner', '{sb_tenant}', 'a generated column is made of it'),
       seal_private.admit('core.all_beginnings(text)', 'sb_owner', '{sb_tenant}',
           'searches with the rights of who calls it');

-- migrate:down
