# needs: node
# Parses what is not JSON.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
cat >a.js <<'JS'
for (const text of ['<!DOCTYPE html><html></html>', '', '{"a": 1,}', 'undefined', '[object Object]', "{'a': 1}", '{"a": 1', '{"a":1}{"b":2}', '\ufeff{"a": 1}', 'Internal Server Error', '{a: 1}', 'NaN', '{"a": "line\nbreak"}']) {
  try { JSON.parse(text) } catch (error) { console.error(String(error)) }
}
const server = require("http").createServer((q, r) => r.end("<!DOCTYPE html>")).listen(0, "127.0.0.1", async () => {
  try { await (await fetch(`http://127.0.0.1:${server.address().port}/`)).json() } catch (error) { console.error(error) }
  server.close()
})
JS
node a.js >out 2>&1
cat out
grep -qF "is not valid JSON" out && grep -qF 'Unexpected end of JSON input' out
