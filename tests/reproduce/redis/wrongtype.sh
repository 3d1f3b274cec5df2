# needs: apt:redis-server
# A server of its own on the loopback address; commands that do not fit the type.
set -u
tmp=$(mktemp -d) || exit 2
port=$(python3 -c "import socket; s = socket.socket(); s.bind(('127.0.0.1', 0)); print(s.getsockname()[1])")
redis-server --port "$port" --bind 127.0.0.1 --save '' --dir "$tmp" >"$tmp/log" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; wait "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
cli() { redis-cli -p "$port" "$@"; }
for _ in 1 2 3 4 5 6 7 8 9 10; do
  cli ping >/dev/null 2>&1 && break
  sleep 0.3
done
cli set user:1 x >/dev/null
{
  cli hgetall user:1
  cli rpush user:1 a
  cli eval "return redis.call('hget', 'user:1', 'a')" 0
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'WRONGTYPE Operation against a key holding the wrong kind of value' "$tmp/out" && grep -qF '@user_script' "$tmp/out"
