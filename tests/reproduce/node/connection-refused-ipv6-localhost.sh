# needs: node
# Asks for ::1 where only 127.0.0.1 is listened on.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
cat >a.js <<'JS'
const net = require("net")
const server = net.createServer().listen(0, "127.0.0.1", () => {
  net.connect(server.address().port, "::1").on("error", (error) => {
    console.error(error)
    server.close()
  })
})
JS
node a.js >out 2>&1
cat > b.js <<'JS'
require("net").connect(1, "localhost")
JS
node b.js >>out 2>&1
node -e 'fetch("http://localhost:1").catch(e => console.error(e))' >>out 2>&1
node -e 'fetch("http://[::1]:9099").catch(e => console.error(e))' >>out 2>&1
cat out
grep -qF 'connect ECONNREFUSED ::1:' out
