# needs: apt:curl 
# Asks servers that hang up, after and before they read the request.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset http_proxy https_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY all_proxy
export HOME="$tmp" LC_ALL=C
helpers=
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
python3 -c '
import socket, sys
listener = socket.create_server(("127.0.0.1", int(sys.argv[1])))
peer, _ = listener.accept()
peer.recv(1000)
peer.close()
peer, _ = listener.accept()
import time
time.sleep(0.5)
peer.close()' "$port" &
helpers="$!"
sleep 1
{
  curl -sS "http://127.0.0.1:$port/"
  curl -sS "http://127.0.0.1:$port/"
} >out 2>&1
cat out
grep -qF 'curl: (52) Empty reply from server' out && grep -qF 'curl: (56) Recv failure: Connection reset by peer' out
