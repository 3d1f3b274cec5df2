# needs: apt:docker.io apt:busybox-static
# Publishes a port twice, and one that a process of the host holds.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 "$((port + 1))" >/dev/null 2>&1 &
holder=$!
sleep 1
{
  docker run -d -p "127.0.0.1:$port:80" app:1 sleep 60
  docker run -d -p "127.0.0.1:$port:80" app:1 sleep 60
  docker run -d -p "127.0.0.1:$((port + 1)):80" app:1 sleep 60
} >"$tmp/out" 2>&1
kill "$holder"
cat "$tmp/out"
grep -qF "Bind for 127.0.0.1:$port failed: port is already allocated" "$tmp/out" &&
  grep -qE "127.0.0.1:$((port + 1)).*: address already in use" "$tmp/out"
