-- Where the story of a live edition is under an embargo: readers are shown nothing of it before this moment.
alter table edition add column not_before timestamptz;

alter table edition add constraint edition_embargo check (status = 'live' or not_before is null);

create index edition_not_open_yet on edition (not_before) where status = 'live' and not_before is not null;
