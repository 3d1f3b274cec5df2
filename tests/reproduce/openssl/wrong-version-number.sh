# needs: apt:openssl apt:curl
# Speaks TLS to a server of plain HTTP, with three clients.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -m http.server --bind 127.0.0.1 "$port" >/dev/null 2>&1 &
server=$!
sleep 1
{
  curl -sS --noproxy '*' "https://127.0.0.1:$port/"
  no_proxy='*' python3 -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1])' "https://127.0.0.1:$port/"
  openssl s_client -connect "127.0.0.1:$port" </dev/null
} >out 2>&1
cat out
grep -qE 'SSL routines:.*:wrong version number' out && grep -qF '[SSL: WRONG_VERSION_NUMBER] wrong version number' out
