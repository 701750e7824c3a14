-- What readers of a translation are told whose source has changed since.
alter table edition add column stale text;

alter table edition add constraint edition_stale check (status = 'live' or stale is null);
