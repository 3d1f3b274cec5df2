# needs: apt:openssh-client
# A server that hangs up before it has said who it is.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
python3 - "$tmp/port" <<'P' &
import socket, sys, time
listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
with open(sys.argv[1], "w") as file:
    file.write(str(listener.getsockname()[1]))
peer, _ = listener.accept()
peer.recv(100)
peer.close()
peer, _ = listener.accept()
time.sleep(0.5)
peer.close()
P
server=$!
sleep 1
for _ in 1 2; do
  ssh -F /dev/null -o BatchMode=yes -p "$(cat "$tmp/port")" 127.0.0.1 true </dev/null
done >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'kex_exchange_identification: Connection closed by remote host' "$tmp/out" &&
  grep -qF 'kex_exchange_identification: read: Connection reset by peer' "$tmp/out"
