# needs: node, npm-registry
# Renders an object and a date.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent react react-dom >/dev/null 2>&1 || exit 2
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; renderToString(e("div", null, { name: "a", id: 1 }))' >a.js
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; renderToString(e("div", null, new Date()))' >b.js
for f in a b; do node $f.js; done >out 2>&1
cat out
grep -qF 'Objects are not valid as a React child (found: object with keys {name, id})' out
