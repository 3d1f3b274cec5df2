# needs: apt:git apt:openssl
# Asks a server with a self-signed certificate.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
unset GIT_DIR GIT_WORK_TREE
export HOME="$tmp" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
git config --global user.name Test
git config --global user.email test@example.org
git config --global init.defaultBranch main
cd "$tmp" || exit 2
openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 30 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost 2>/dev/null
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
openssl s_server -quiet -accept "127.0.0.1:$port" -cert cert.pem -key key.pem -www &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$tmp"' EXIT
sleep 1
git ls-remote "https://localhost:$port/team/app.git" >out 2>&1
cat out
grep -qF "fatal: unable to access 'https://localhost:$port/team/app.git/': server certificate verification failed. CAfile:" out ||
  grep -qF "fatal: unable to access 'https://localhost:$port/team/app.git/': SSL certificate problem:" out
