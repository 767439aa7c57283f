-- Queries of page addresses are cut off unless the site keeps them.
alter table site add column keep_query boolean default false not null;
