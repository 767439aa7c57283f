-- Visitors who may not write.

create table visitor_block (
  visitor_id uuid not null primary key references visitor (id),
  visitor_name varchar(100),
  site_id varchar(64) not null references site (id),
  reason varchar(200),
  operator_id varchar(36) not null,
  operator_name varchar(100),
  blocked_at bigint not null,
  -- null when it does not end by itself
  until_at bigint
);
create index visitor_block_by_end on visitor_block (until_at);
