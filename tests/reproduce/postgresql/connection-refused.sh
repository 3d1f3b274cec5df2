# needs: apt:postgresql-client
# Connects to a port and to sockets where no server is; starts none.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
unset PGHOST PGPORT PGSERVICE PGHOSTADDR
port=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
python3 -c "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])" "$tmp/.s.PGSQL.5432"
{
  psql -h localhost -p "$port" -U app -d app
  psql -h 127.0.0.1 -p "$port" -U app -d app
  psql -h "$tmp" -p 5432 -U app -d app
  psql -h "$tmp" -p 5499 -U app -d app
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "port $port failed: Connection refused" "$tmp/out" &&
  grep -qF 'failed: No such file or directory' "$tmp/out" &&
  grep -qF '.s.PGSQL.5432" failed: Connection refused' "$tmp/out"
