-- Who sees to what, by when; what people remarked; what was left out and is owed; and what waits to be taken up again.
alter table edition
  add column review_due timestamptz,
  add column review_overdue boolean not null default false,
  -- [{"check", "by", "at"}], in the order they came.
  add column claims json not null default '[]',
  -- {"check", "by", "at", "note"} where the version in hand was sent back, until it is in review again.
  add column sent_back json,
  -- Like checks, those that were waived for the version that readers see, until they are given.
  add column owed json not null default '[]',
  add column aside integer[] not null default '{}',
  add column job_due_set timestamptz,
  add column job_overdue boolean not null default false;

create index edition_owing on edition (story_at, story, language) where owed::text <> '[]';

create table note (
  story uuid not null references story,
  language text collate "C" not null,
  number integer not null,
  version integer not null,
  -- Of that version; null where it is about all of it.
  block text,
  text text not null,
  blocking boolean not null,
  by text not null,
  at timestamptz not null,
  -- [{"by", "at", "text"}], in the order they came.
  answers json not null default '[]',
  resolved_by text,
  resolved_at timestamptz,
  primary key (story, language, number),
  check (num_nulls(resolved_by, resolved_at) in (0, 2))
);
