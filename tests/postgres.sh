#!/bin/sh
# Starts a PostgreSQL of its own on 127.0.0.1 in a temporary folder, and stops it again.
#
#   tests/postgres.sh start FOLDER    makes the cluster in FOLDER and prints its URL
#   tests/postgres.sh stop FOLDER     stops what was started there and removes FOLDER
#   tests/postgres.sh run COMMAND...  starts one, runs COMMAND with HEADWAY_TEST_POSTGRES, stops it
#
# Needs the package `postgresql`. PostgreSQL does not run as root: then the user postgres is taken.
set -eu

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$bin" ] || { echo "postgres.sh: PostgreSQL is not installed (apt-get install postgresql)" >&2; exit 3; }

as_postgres() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

start() {
    folder=$1
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    cd "$folder"
    as_postgres "$bin/initdb" -D "$folder/data" -U headway -A trust -E UTF8 --locale=C.UTF-8 \
        >"$folder.log" 2>&1 || { cat "$folder.log" >&2; exit 1; }
    port=$(free_port)
    as_postgres "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=" start \
        >>"$folder.log" 2>&1 || { cat "$folder.log" "$folder/server.log" >&2; exit 1; }
    echo "postgres://headway@127.0.0.1:$port/postgres"
}

stop() {
    folder=$1
    cd "$folder"
    as_postgres "$bin/pg_ctl" -D "$folder/data" -m fast -w stop >/dev/null 2>&1 || true
    cd /
    rm -rf "$folder" "$folder.log"
}

case "${1:-}" in
    start) start "$2" ;;
    stop) stop "$2" ;;
    run)
        shift
        here=$(pwd)
        # in memory where there is room: the tests are about statements, not about disks
        [ ! -w /dev/shm ] || TMPDIR=/dev/shm
        parent=$(TMPDIR=${TMPDIR:-/tmp} mktemp -d)
        chmod 755 "$parent"
        folder=$parent/cluster
        trap 'stop "$folder"; rm -rf "$parent"' EXIT
        trap 'exit 130' INT TERM
        url=$(start "$folder")
        cd "$here"
        HEADWAY_TEST_POSTGRES=$url "$@"
        ;;
    *) sed -n '2,8p' "$0" >&2; exit 2 ;;
esac
