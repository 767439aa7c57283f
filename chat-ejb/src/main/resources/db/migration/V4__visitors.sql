-- Visitors on the sites: what a site lets be seen and kept, and the pages of those who come.

-- OFF, LIVE (on the board, in memory only) or TRAIL (pages are kept)
alter table site add column visitors varchar(10) default 'LIVE' not null;
alter table site add column keep_address boolean default false not null;

create table page_view (
  id uuid not null primary key,
  visitor_id uuid not null references visitor (id),
  site_id varchar(64) not null references site (id),
  url varchar(2000) not null,
  title varchar(300),
  referrer varchar(2000),
  at bigint not null
);
create index page_view_by_visitor on page_view (visitor_id, at);
create index page_view_by_time on page_view (at);
