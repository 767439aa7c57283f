-- From where accounts have signed in, as hashes: guesses from elsewhere are slowed down, and those who belong there are not.
create table known_address (
  id varchar(64) not null primary key,
  at bigint not null
);
create index known_address_by_time on known_address (at);
