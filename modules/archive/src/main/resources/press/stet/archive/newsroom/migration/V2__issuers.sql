-- Whom the house trusts to say who somebody is, as the staff list in force has it.
create table issuer (
  name text primary key,
  audience text not null,
  claim text not null
);

create table issuer_key (
  issuer text not null references issuer on delete cascade,
  id text not null,
  jwk text not null,
  primary key (issuer, id)
);
