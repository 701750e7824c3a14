-- What the newsroom sees: every story as its events have made it, and every version with its text.
create table story (
  story uuid primary key,
  short_id text collate "C" not null,
  site text not null,
  original text collate "C" not null,
  -- The story's last event that is in the other tables: the next one to come has the next number.
  sequence bigint not null,
  -- When that event happened.
  at timestamptz not null,
  killed boolean not null default false
);

create index story_by_short_id on story (short_id);
create index story_last_changed on story (at desc, story desc);

create table edition (
  story uuid not null references story,
  language text collate "C" not null,
  -- The story's own, so that lists of editions in a state need no look at every story.
  story_at timestamptz not null,
  state text not null default 'none' check (state in ('none', 'draft', 'in-review', 'approved')),
  -- The version that the newsroom works on.
  in_hand integer,
  -- The version that readers see, or saw before a withdrawal.
  shown integer,
  -- The newest version, whatever became of it.
  newest integer,
  -- The version that lists name the edition by.
  named integer generated always as (coalesce(in_hand, shown, newest)) stored,
  live text not null default 'unpublished' check (live in ('unpublished', 'published', 'withdrawn', 'killed')),
  -- What readers were shown last; 0 where they were shown nothing.
  number integer not null default 0,
  -- When the version in hand was put in review.
  in_review_since timestamptz,
  -- [{"check", "quorum", "given": [{"by", "at"}]}] of the version in hand, since it was put in review.
  checks json not null default '[]',
  -- The translation that was asked for and has not come, with the version handed out.
  job_language text collate "C",
  job_version integer,
  job_by text,
  job_at timestamptz,
  primary key (story, language),
  check ((state = 'none') = (in_hand is null)),
  check ((state = 'in-review') = (in_review_since is not null)),
  check (num_nulls(job_language, job_version, job_by, job_at) in (0, 4))
);

create index edition_in_state on edition (state, story_at desc, story desc);
create index edition_in_language on edition (language, story_at desc, story desc);
create index edition_in_state_and_language on edition (state, language, story_at desc, story desc);
create index edition_in_review on edition (in_review_since, story, language) where state = 'in-review';
create index edition_with_job on edition (job_at, story, language) where job_at is not null;

-- Event and text of a version come in either order, and each brings the columns down to section: so it
-- refers to no other table.
create table version (
  story uuid not null,
  language text collate "C" not null,
  version integer not null,
  digest text not null,
  writer text not null,
  at timestamptz not null,
  based_on integer,
  source_language text collate "C",
  source_version integer,
  section text,
  -- The rest is there once the text has come.
  headline text,
  slug text collate "C",
  copy json,
  -- Taken out of the log by law: it will not come again.
  erased boolean not null default false,
  primary key (story, language, version),
  check (num_nulls(source_language, source_version) in (0, 2)),
  check (num_nulls(headline, slug, copy) in (0, 3))
);

create index version_by_slug on version (slug) where slug is not null;

create table event (
  story uuid not null references story,
  sequence bigint not null,
  type text not null,
  language text collate "C",
  version integer,
  at timestamptz not null,
  actor text not null,
  tool text not null,
  cause uuid not null,
  -- A sentence for people.
  what text not null,
  -- The record's value as it stands in the log, for whoever verifies the history.
  value bytea not null,
  primary key (story, sequence)
);

create table refusal (
  -- Where the refused command stands in the log.
  topic text not null,
  partition integer not null,
  "offset" bigint not null,
  story uuid not null,
  language text collate "C",
  at timestamptz not null,
  actor text not null,
  tool text not null,
  command text not null,
  command_id uuid not null,
  rule text not null,
  reason text not null,
  -- [{"block", "what"}] where the copy lacks something.
  violations json not null,
  primary key (topic, partition, "offset")
);

create index refusal_last on refusal (at desc);
create index refusal_of_story on refusal (story, at desc);

-- The staff list in force: one version of it, and everybody it names.
create table staff (
  version integer not null
);

create table member (
  person text primary key,
  roles text[] not null
);

-- Where each partition of the log is read on; changes with the rows, in one transaction.
create table progress (
  topic text not null,
  partition integer not null,
  next bigint not null,
  primary key (topic, partition)
);
