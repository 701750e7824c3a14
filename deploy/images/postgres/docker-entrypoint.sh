#!/usr/bin/env bash
# Makes a database of the directory PGDATA where there is none yet, as POSTGRES_USER, POSTGRES_PASSWORD and POSTGRES_DB
# (or their namesakes with _FILE) say, with what lies in /docker-entrypoint-initdb.d, and becomes PostgreSQL.
set -euo pipefail

give_up() {
    printf 'docker-entrypoint.sh: %s\n' "$*" >&2
    exit 1
}

# A variable's value, or what is in the file that its namesake with _FILE names, or the default.
value_of() { # variable, default
    local file=${1}_FILE
    if [ -n "${!1:-}" ]; then
        printf '%s' "${!1}"
    elif [ -n "${!file:-}" ]; then
        cat "${!file}"
    else
        printf '%s' "${2:-}"
    fi
}

sql() { psql --no-password --no-psqlrc --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" "$@"; }

make_database() { # arguments of the server
    [ -n "$POSTGRES_PASSWORD" ] || [ "${POSTGRES_HOST_AUTH_METHOD:-}" = trust ] ||
        give_up "a new database needs a password for $POSTGRES_USER: set POSTGRES_PASSWORD"
    # shellcheck disable=SC2086
    initdb --username="$POSTGRES_USER" --pwfile=<(printf '%s\n' "$POSTGRES_PASSWORD") ${POSTGRES_INITDB_ARGS:-}
    printf '\nhost all all all %s\n' "${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"

    # On its socket only, so that nobody takes it for the one that is to come.
    PGUSER=$POSTGRES_USER pg_ctl --pgdata="$PGDATA" --wait --options="$(printf '%q ' "$@" -c listen_addresses=)" start
    if [ "$POSTGRES_DB" != postgres ]; then
        sql --dbname postgres --set database="$POSTGRES_DB" <<<'CREATE DATABASE :"database";'
    fi
    local file
    for file in /docker-entrypoint-initdb.d/*; do
        case $file in
            *.sql) sql --file "$file" ;;
            *.sql.gz) gunzip --stdout "$file" | sql ;;
            # shellcheck disable=SC1090
            *.sh) if [ -x "$file" ]; then "$file"; else . "$file"; fi ;;
        esac
    done
    pg_ctl --pgdata="$PGDATA" --wait --mode=fast stop
}

[ "${1:-}" != "${1#-}" ] && set -- postgres "$@"
if [ "${1:-postgres}" != postgres ]; then
    exec "$@"
fi

if [ "$(id -u)" -eq 0 ]; then
    mkdir -p "$PGDATA" /var/run/postgresql
    chmod 700 "$PGDATA"
    chmod 3777 /var/run/postgresql
    find "$PGDATA" /var/run/postgresql \! -user postgres -exec chown postgres:postgres {} +
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$0" "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
    POSTGRES_USER=$(value_of POSTGRES_USER postgres)
    POSTGRES_PASSWORD=$(value_of POSTGRES_PASSWORD)
    POSTGRES_DB=$(value_of POSTGRES_DB "$POSTGRES_USER")
    export POSTGRES_USER POSTGRES_PASSWORD POSTGRES_DB
    # The server's own arguments hold for the making too.
    make_database "${@:2}"
fi
exec "$@" -c listen_addresses='*'
