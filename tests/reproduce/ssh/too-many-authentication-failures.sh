# needs: apt:openssh-client apt:openssh-server
# Offers more keys than the server has patience for.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $servers 2>/dev/null; rm -rf "$tmp"' EXIT
unset SSH_AUTH_SOCK
cd "$tmp" || exit 2
mkdir -p /run/sshd
servers=
ssh-keygen -q -t ed25519 -N '' -f host
ssh-keygen -q -t ed25519 -N '' -f mine
cp mine.pub authorized
chmod 600 authorized
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
serve() { # options of sshd
  /usr/sbin/sshd -D -e -f /dev/null -p "$port" -o ListenAddress=127.0.0.1 -o PidFile=none -o StrictModes=no \
    -o PasswordAuthentication=no -o KbdInteractiveAuthentication=no -o AuthorizedKeysFile="$tmp/authorized" "$@" 2>>server.log &
  servers="$servers $!"
  sleep 1
}
connect() { # options of ssh
  ssh -F /dev/null -o BatchMode=yes -o UserKnownHostsFile="$tmp/known" -p "$port" "$@" 127.0.0.1 true </dev/null
}
serve -h "$tmp/host"
keys=
for n in 1 2 3 4 5 6 7; do
  ssh-keygen -q -t ed25519 -N '' -f "key$n"
  keys="$keys -i key$n"
done
# shellcheck disable=SC2086
connect -o StrictHostKeyChecking=no $keys >out 2>&1
cat out
grep -qF 'Too many authentication failures' out
