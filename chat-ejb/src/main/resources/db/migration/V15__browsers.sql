-- The browser from which a visitor came, known by a secret of its own: a hash, of this site alone.
alter table visitor add column browser varchar(64);

-- Until now the keys themselves stood there; from now on a hash of the key with the browser's secret.
update visitor set request_key = null where request_key is not null;

-- The browser of who is blocked, which a new visitor of the same browser comes from too.
alter table visitor_block add column browser varchar(64);
create index visitor_block_by_browser on visitor_block (site_id, browser);
