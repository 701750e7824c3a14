-- What readers see: the latest snapshot of every edition that is, or was, public.
create table edition (
  story uuid not null,
  language text collate "C" not null,
  short_id text collate "C" not null,
  site text not null,
  -- Place in the story's history that the snapshot was taken at; only a later one replaces it.
  sequence bigint not null,
  number integer not null,
  status text not null check (status in ('live', 'withdrawn', 'killed')),
  at timestamptz not null,
  -- What readers are told of an edition that is gone.
  notice text,
  original text,
  version integer,
  digest text,
  headline text,
  standfirst text,
  bylines text[],
  dateline text,
  section text collate "C",
  section_name text,
  keywords text[],
  slug text,
  blocks jsonb,
  corrections jsonb,
  -- The first photo of the body, for lists.
  photo_address text,
  photo_alt text,
  published_at timestamptz,
  updated_at timestamptz,
  search tsvector,
  primary key (story, language),
  -- Readers of an edition that is gone are shown a notice and nothing else.
  check (case when status = 'live'
    then notice is null and num_nulls(original, version, digest, headline, standfirst, bylines, dateline, section,
      section_name, keywords, blocks, corrections, published_at, updated_at, search) = 0
    else notice is not null and num_nonnulls(original, version, digest, headline, standfirst, bylines, dateline, section,
      section_name, keywords, slug, blocks, corrections, photo_address, photo_alt, published_at, updated_at, search) = 0
  end)
);

create index edition_by_short_id on edition (short_id, language);
create index edition_front on edition (language, published_at desc, story desc) where status = 'live';
create index edition_in_section on edition (language, section, published_at desc, story desc) where status = 'live';
create index edition_search on edition using gin (search) where status = 'live';

-- How many live editions stand in each section of each language: a list says its total without counting.
create table shelf (
  language text collate "C" not null,
  section text collate "C" not null,
  editions bigint not null,
  primary key (language, section)
);

-- Where each partition of the log is read on; changes with the rows, in one transaction.
create table progress (
  topic text not null,
  partition integer not null,
  next bigint not null,
  primary key (topic, partition)
);

-- The words of a text. A tsvector holds less than a megabyte: of a text with more words than that, as many as it holds.
create function words_of(configuration regconfig, body text) returns tsvector
language plpgsql immutable as $$
begin
  loop
    begin
      return to_tsvector(configuration, body);
    exception when program_limit_exceeded then
      body := left(body, length(body) / 2);
    end;
  end loop;
end $$;
