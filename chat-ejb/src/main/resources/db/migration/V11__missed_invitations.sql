-- Invitations of visitors who were not there: only counted.

create table invitation_missed (
  id uuid not null primary key,
  site_id varchar(64) not null references site (id),
  -- in UTC, such as 2026-11-25
  created_on varchar(10) not null
);
create index invitation_missed_by_day on invitation_missed (site_id, created_on);
