# needs: python3
# Build psycopg2 where pg_config is not on the PATH, and import psycopg 3 without libpq.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
python3 -m venv "$tmp/v" || exit 2
mkdir "$tmp/bin"
for name in gcc sh ld as; do ln -s "$(command -v $name)" "$tmp/bin/$name"; done
PATH="$tmp/bin" "$tmp/v/bin/pip" install --no-cache-dir --no-binary :all: psycopg2 >"$tmp/out" 2>&1
"$tmp/v/bin/pip" install -q psycopg >"$tmp/log" 2>&1 || { cat "$tmp/log"; exit 2; }
"$tmp/v/bin/python" -c 'import ctypes.util; ctypes.util.find_library = lambda name: None
import psycopg' >>"$tmp/out" 2>&1
sed "s#$tmp/v#/srv/app/.venv#g" "$tmp/out"
grep -qF 'Error: pg_config executable not found.' "$tmp/out" && grep -qF 'ImportError: no pq wrapper available.' "$tmp/out"
