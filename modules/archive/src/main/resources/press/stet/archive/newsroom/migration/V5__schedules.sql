-- When what is approved goes out, in which time zone that was said, and by whom.
alter table edition
  add column scheduled_due timestamptz,
  add column scheduled_zone text,
  add column scheduled_by text,
  drop constraint edition_state,
  add constraint edition_state check (state in ('none', 'draft', 'in-review', 'approved', 'scheduled', 'spiked')),
  add check (num_nulls(scheduled_due, scheduled_zone, scheduled_by) = case when state = 'scheduled' then 0 else 3 end);

create index edition_scheduled on edition (scheduled_due, story, language) where state = 'scheduled';
