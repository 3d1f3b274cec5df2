# needs: node, npm-registry
# Hydrates markup that the server made in another way, in a simulated browser.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo '{"name": "app", "version": "1.0.0"}' >package.json
npm install --no-audit --no-fund --silent react react-dom jsdom@26 >/dev/null 2>&1 || exit 2
cat >a.js <<'JS'
const { JSDOM } = require("jsdom")
const dom = new JSDOM('<div id="root"><p>server</p></div>')
globalThis.window = dom.window
globalThis.navigator = dom.window.navigator
globalThis.document = dom.window.document
const React = require("react")
const { hydrateRoot } = require("react-dom/client")
hydrateRoot(document.getElementById("root"), React.createElement("p", null, "client"), {
  onRecoverableError: (error) => { console.error(String(error)); setTimeout(() => process.exit(), 50) },
})
JS
node a.js >out 2>&1
cat out
grep -qF 'Hydration failed because the server rendered' out
