# Functions that start and stop a temporary PostgreSQL, for tests and benchmarks. It listens only on a socket in its own folder, so it
# needs no port. It does not flush to disk, because its data is temporary.

# postgres_bin: prints the folder of the newest version's programs, or nothing if none is installed.
postgres_bin() {
  if command -v pg_ctl >/dev/null && command -v initdb >/dev/null; then dirname "$(command -v pg_ctl)"; return; fi
  ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /opt/homebrew/opt/postgresql*/bin 2>/dev/null | sort -V | tail -n 1
}

# postgres_as COMMAND...: runs a command as another user if we are root, because PostgreSQL refuses to run as root.
postgres_as() {
  if [ "$(id -u)" -ne 0 ]; then "$@"; return; fi
  local user=nobody
  if id postgres >/dev/null 2>&1; then user=postgres; fi
  (cd / && setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@")
}

# postgres_start FOLDER: creates the folder, which holds the data and the socket, and starts a server.
postgres_start() {
  local folder=$1 bin
  bin=$(postgres_bin)
  if [ -z "$bin" ] || [ ! -x "$bin/initdb" ]; then return 1; fi
  mkdir -p "$folder"
  chmod 755 "$(dirname "$folder")"
  if [ "$(id -u)" -eq 0 ]; then
    if id postgres >/dev/null 2>&1; then chown postgres "$folder"; else chown nobody "$folder"; fi
  fi
  postgres_as "$bin/initdb" --pgdata="$folder/data" --username=sourceline --auth=trust --encoding=UTF8 --locale=C.UTF-8 \
    --no-sync >"$folder.log" 2>&1 || { cat "$folder.log" >&2; return 1; }
  postgres_as "$bin/pg_ctl" --pgdata="$folder/data" --wait --silent --log="$folder/server.log" \
    --options="-k $folder -c listen_addresses= -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c shared_buffers=128MB" \
    start >"$folder.log" 2>&1 </dev/null || { cat "$folder.log" "$folder/server.log" >&2; return 1; }
}

# postgres_stop FOLDER: stops the server.
postgres_stop() {
  postgres_as "$(postgres_bin)/pg_ctl" --pgdata="$1/data" --mode=immediate --silent stop >/dev/null 2>&1
}
