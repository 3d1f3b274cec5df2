# needs: apt:curl 
# Asks a port where nothing listens.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
export HOME="$tmp" LC_ALL=C
helpers=
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
curl -sS "http://127.0.0.1:$port/" >out 2>&1
cat out
grep -qE "curl: \(7\) Failed to connect to 127.0.0.1 port $port( after [0-9]+ ms)?: (Couldn't connect to server|Connection refused)" out
