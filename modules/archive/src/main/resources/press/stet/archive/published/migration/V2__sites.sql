-- A list may show one site or all: shelves are counted per site. Made again from what stands.
drop table shelf;

create table shelf (
  language text collate "C" not null,
  section text collate "C" not null,
  site text collate "C" not null,
  editions bigint not null,
  primary key (language, section, site)
);

insert into shelf (language, section, site, editions)
select language, section, site, count(*) from edition where status = 'live' group by language, section, site;
