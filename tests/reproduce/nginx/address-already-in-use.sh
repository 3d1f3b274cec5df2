# needs: apt:nginx
# Starts nginx where a port of the loopback address is taken, and where a socket file is left over.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill "$holder" 2>/dev/null; wait "$holder" 2>/dev/null; rm -rf "$tmp"' EXIT
python3 - "$tmp" <<'EOF' &
import socket, sys, time
tcp = socket.socket()
tcp.bind(("127.0.0.1", 0))
tcp.listen()
socket.socket(socket.AF_UNIX).bind(sys.argv[1] + "/app.sock")
with open(sys.argv[1] + "/port", "w") as file:
    file.write(str(tcp.getsockname()[1]))
time.sleep(30)
EOF
holder=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do
  [ -s "$tmp/port" ] && break
  sleep 0.3
done
port=$(cat "$tmp/port")
mkdir "$tmp/logs"
for listen in "127.0.0.1:$port" "unix:$tmp/app.sock"; do
  cat >"$tmp/nginx.conf" <<EOF
pid $tmp/nginx.pid; error_log stderr; daemon off;
events {}
http { access_log off; server { listen $listen; } }
EOF
  timeout 10 "$(command -v nginx || echo /usr/sbin/nginx)" -p "$tmp" -c "$tmp/nginx.conf" >>"$tmp/out" 2>&1
done
cat "$tmp/out"
grep -qF "bind() to 127.0.0.1:$port failed (98: Address already in use)" "$tmp/out" &&
  grep -qF "bind() to unix:$tmp/app.sock failed (98: Address already in use)" "$tmp/out"
