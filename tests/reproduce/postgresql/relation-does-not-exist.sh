# needs: apt:postgresql
# A server of its own on the loopback address; statements that name tables which are not there.
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
{
  sql postgres 'select * from orders where id=1'
  sql postgres 'SELECT * FROM Users'
  sql postgres 'select * from "Users"'
  sql postgres 'select * from app.users'
} >out 2>&1
cat out
grep -qF 'ERROR:  relation "orders" does not exist' out &&
  grep -qF 'relation "users" does not exist' out && grep -qF 'relation "Users" does not exist' out
