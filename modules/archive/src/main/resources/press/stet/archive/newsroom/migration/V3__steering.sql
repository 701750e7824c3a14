-- What is decided on a story as a whole: held, kept from the public, somebody's, spiked.
alter table story
  add column held_by text,
  add column held_at timestamptz,
  add column held_for text,
  add column embargo_by text,
  -- Null with somebody's name beside it: until it is lifted.
  add column embargo_until timestamptz,
  add column assigned_to text,
  add column assigned_due timestamptz,
  add check (num_nulls(held_by, held_at, held_for) in (0, 3)),
  add check (embargo_by is not null or embargo_until is null),
  add check (assigned_to is not null or assigned_due is null);

alter table edition
  drop constraint edition_state_check,
  add constraint edition_state check (state in ('none', 'draft', 'in-review', 'approved', 'spiked'));
