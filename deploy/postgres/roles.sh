#!/usr/bin/env bash
# Makes the databases of a newsroom and who may do what in them, when PostgreSQL starts on an empty volume.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set archive="$ARCHIVE_PASSWORD" --set site="$SITE_PASSWORD" \
    --set registry="$REGISTRY_PASSWORD" --set registry_reader="$REGISTRY_READER_PASSWORD" <<'SQL'
CREATE ROLE archive LOGIN PASSWORD :'archive';
CREATE ROLE site LOGIN PASSWORD :'site';
CREATE ROLE registry LOGIN PASSWORD :'registry';
CREATE ROLE registry_reader LOGIN PASSWORD :'registry_reader';

-- The archive owns what it projects, the site reads it.
CREATE DATABASE stet OWNER archive;
REVOKE ALL ON DATABASE stet FROM PUBLIC;
GRANT CONNECT ON DATABASE stet TO site;

-- Of the two registries one writes, for whoever sets the newsroom up; the one that the parts ask only reads.
CREATE DATABASE registry OWNER registry;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
GRANT CONNECT ON DATABASE registry TO registry_reader;
\connect registry
ALTER DEFAULT PRIVILEGES FOR ROLE registry GRANT SELECT ON TABLES TO registry_reader;
ALTER SCHEMA public OWNER TO registry;
SQL
