# needs: apt:openssh-client apt:openssh-server
# Servers that offer only old host keys, key exchanges and ciphers.
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
ssh-keygen -q -t rsa -N '' -f rsa
first=$port
serve -h "$tmp/rsa" -o HostKeyAlgorithms=ssh-rsa
port=$((first + 1))
serve -h "$tmp/host" -o KexAlgorithms=diffie-hellman-group1-sha1
port=$((first + 2))
serve -h "$tmp/host" -o Ciphers=aes128-cbc
port=$((first + 3))
serve -h "$tmp/host" -o MACs=hmac-md5 -o Ciphers=aes128-ctr
for port in "$first" $((first + 1)) $((first + 2)) $((first + 3)); do
  connect -o StrictHostKeyChecking=no
done >out 2>&1
cat out
grep -qF 'no matching host key type found. Their offer: ssh-rsa' out &&
  grep -qF 'no matching key exchange method found. Their offer: diffie-hellman-group1-sha1' out &&
  grep -qF 'no matching cipher found. Their offer: aes128-cbc' out &&
  grep -qF 'no matching MAC found. Their offer: hmac-md5' out
