# needs: apt:curl 
# Asks a server that takes connections and says nothing, with and without TLS.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
export HOME="$tmp" LC_ALL=C
helpers=
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -c '
import socket, sys, time
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
time.sleep(20)' "$port" &
helpers="$!"
sleep 1
{
  curl -sS -m 1 "http://127.0.0.1:$port/"
  curl -sS -m 1 "https://127.0.0.1:$port/"
} >out 2>&1
cat out
grep -qF 'curl: (28) Operation timed out after 100' out && grep -qE 'curl: \(28\) (Connection timed out after|SSL connection timeout)' out
