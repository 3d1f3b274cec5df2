# needs: apt:postgresql
# A server of its own on the loopback address; wrong password, no role, no password, expired, md5.
set -u
bin=$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)
tmp=$(mktemp -d) || exit 2
run() { "$@"; }
if [ "$(id -u)" = 0 ]; then
  chown postgres "$tmp"
  run() { runuser -u postgres -- "$@"; }
fi
cd "$tmp" || exit 2
trap 'run "$bin/pg_ctl" -D "$tmp/data" -m immediate stop >/dev/null 2>&1; cd /; rm -rf "$tmp"' EXIT
port=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
echo secret >password
chmod 644 password
export LC_ALL=C
run "$bin/initdb" -A scram-sha-256 -U postgres --pwfile="$tmp/password" -D "$tmp/data" >setup 2>&1 || { cat setup; exit 2; }
run "$bin/pg_ctl" -D "$tmp/data" -l "$tmp/data/server.log" -o "-p $port -c listen_addresses=127.0.0.1 -k $tmp" -w start >>setup 2>&1 || { cat setup; exit 2; }
sql() { psql -X -h 127.0.0.1 -p "$port" -U "$1" -d postgres -c "$2"; }

export PGPASSWORD=secret
sql postgres "create role nopw login" >>setup 2>&1
sql postgres "create role exp login password 'x' valid until '2020-01-01'" >>setup 2>&1
PGOPTIONS='-c password_encryption=md5' sql postgres "create role md login password 'x'" >>setup 2>&1
export PGPASSWORD=wrong
{
  sql postgres 'select 1'
  sql nobody1 'select 1'
  PGPASSWORD=x sql nopw 'select 1'
  PGPASSWORD=x sql exp 'select 1'
  PGPASSWORD=x sql md 'select 1'
} >out 2>&1
echo "127.0.0.1:$port:*:postgres:old" >pgpass
chmod 600 pgpass
env -u PGPASSWORD PGPASSFILE="$tmp/pgpass" psql -X -h 127.0.0.1 -p "$port" -U postgres -d postgres >>out 2>&1
grep -E 'FATAL|DETAIL' data/server.log >>out
cat out
grep -qF 'failed: FATAL:  password authentication failed for user "postgres"' out &&
  grep -qF 'password retrieved from file' out && grep -qF 'does not exist.' out &&
  grep -qF 'has no password assigned.' out && grep -qF 'has an expired password.' out
