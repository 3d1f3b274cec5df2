# needs: apt:openssh-client apt:openssh-server
# Uses a private key that others may read.
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
chmod 644 mine
connect -o StrictHostKeyChecking=no -i mine >out 2>&1
cat out
grep -qF 'WARNING: UNPROTECTED PRIVATE KEY FILE!' out && grep -qE "^Permissions 0644 for '.*mine' are too open\." out
grep -qE 'Load key ".*mine": bad permissions' out
