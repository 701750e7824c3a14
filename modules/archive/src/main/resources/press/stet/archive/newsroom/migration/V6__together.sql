-- Whether what is scheduled waits for the story's other languages, and goes out with them before that if they are ready.
alter table edition add column scheduled_together boolean not null default false;
