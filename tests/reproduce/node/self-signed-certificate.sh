# needs: node
# Connects to servers whose certificate nobody vouches for.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 2 -subj /CN=ca 2>/dev/null
openssl req -newkey rsa:2048 -nodes -keyout leaf.key -out leaf.csr -subj /CN=localhost 2>/dev/null
openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out leaf.pem -days 2 2>/dev/null
openssl x509 -req -in leaf.csr -CA ca.pem -CAkey ca.key -CAcreateserial -out old.pem -days -1 2>/dev/null
cat leaf.pem ca.pem >chain.pem
cat >a.js <<'JS'
const https = require("https"), fs = require("fs")
function go(name, key, cert, host) {
  return new Promise((done) => {
    const server = https.createServer({ key: fs.readFileSync(key), cert: fs.readFileSync(cert) }, (q, r) => r.end("ok"))
    server.listen(0, "127.0.0.1", async () => {
      const port = server.address().port
      https.get({ host: "127.0.0.1", port, servername: host, agent: false, ca: name === "host" ? fs.readFileSync("ca.pem") : undefined }, (r) => r.resume())
        .on("error", (e) => { console.error(e); server.close(done); server.closeAllConnections() })
    })
  })
}
;(async () => {
  await go("self", "ca.key", "ca.pem", "ca")
  await go("chain", "leaf.key", "chain.pem", "localhost")
  await go("leaf", "leaf.key", "leaf.pem", "localhost")
  await go("host", "leaf.key", "leaf.pem", "other.example")
})()
JS
node a.js >out 2>&1
cat out
grep -qF 'self-signed certificate in certificate chain' out && grep -qF "code: 'DEPTH_ZERO_SELF_SIGNED_CERT'" out &&
  grep -qF 'unable to verify the first certificate' out
