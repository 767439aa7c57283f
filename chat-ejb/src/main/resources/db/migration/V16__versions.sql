-- Rises with every change of an operator, so that what was read earlier is told from what was read later.
alter table operator add column version bigint default 0 not null;
