# needs: node
# Answers twice.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
cat >a.js <<'JS'
const server = require("http").createServer((q, r) => {
  r.end("one")
  r.setHeader("content-type", "text/plain")
}).listen(0, "127.0.0.1", () => fetch(`http://127.0.0.1:${server.address().port}/`).catch(() => 0))
JS
cat >b.js <<'JS'
const server = require("http").createServer((q, r) => {
  r.end("one")
  r.writeHead(500)
}).listen(0, "127.0.0.1", () => fetch(`http://127.0.0.1:${server.address().port}/`).catch(() => 0))
JS
node a.js >out 2>&1
node b.js >>out 2>&1
cat out
grep -qF 'Cannot set headers after they are sent to the client' out
