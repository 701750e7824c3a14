#!/usr/bin/env bash
# Makes the databases of a newsroom and their owners, when PostgreSQL starts on an empty volume. The newsroom's own roles,
# and what each may, are made by whoever sets the newsroom up.
set -euo pipefail

psql --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set owner="$OWNER_PASSWORD" --set registry="$REGISTRY_PASSWORD" --set registry_reader="$REGISTRY_READER_PASSWORD" <<'SQL'
CREATE ROLE stet LOGIN CREATEROLE PASSWORD :'owner';
CREATE DATABASE stet OWNER stet;
REVOKE ALL ON DATABASE stet FROM PUBLIC;

-- Of the two registries one writes, for whoever sets the newsroom up; the one that the parts ask only reads.
CREATE ROLE registry LOGIN PASSWORD :'registry';
CREATE ROLE registry_reader LOGIN PASSWORD :'registry_reader';
CREATE DATABASE registry OWNER registry;
REVOKE ALL ON DATABASE registry FROM PUBLIC;
GRANT CONNECT ON DATABASE registry TO registry_reader;
\connect registry
ALTER DEFAULT PRIVILEGES FOR ROLE registry GRANT SELECT ON TABLES TO registry_reader;
SQL
