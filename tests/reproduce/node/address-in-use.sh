# needs: node
# Listens twice on one free port and twice on one socket file.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
cat >port.js <<'EOF'
const http = require('http')
const first = http.createServer().listen(0, '127.0.0.1', () => {
  http.createServer().listen(first.address().port, '127.0.0.1')
})
EOF
cat >socket.js <<'EOF'
const net = require('net')
net.createServer().listen('app.sock', () => net.createServer().listen('app.sock'))
EOF
sed -i "s|'app.sock'|'$tmp/app.sock'|g" socket.js
{ node port.js; node socket.js; } >out 2>&1
cat out
grep -q 'listen EADDRINUSE.*127\.0\.0\.1:[0-9]' out && grep -qF "listen EADDRINUSE: address already in use $tmp/app.sock" out
