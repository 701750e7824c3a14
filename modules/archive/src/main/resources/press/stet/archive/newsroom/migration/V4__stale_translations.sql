-- What translations have not seen of their source, and whose what is to be done is.
alter table edition
  -- The blocks of the source, and the version of it that readers see.
  add column stale text[],
  add column stale_version integer,
  add column job_to text,
  add column job_due timestamptz,
  -- Empty where all of the source is to be done.
  add column job_blocks text[] not null default '{}',
  add check (num_nulls(stale, stale_version) in (0, 2)),
  add check (stale <> '{}'),
  add check (job_at is not null or (job_to is null and job_due is null and job_blocks = '{}'));

create index edition_stale on edition (story, language) where stale is not null;
