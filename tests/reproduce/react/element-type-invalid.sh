# needs: node, npm-registry
# Renders undefined and an object as a component.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent react react-dom >/dev/null 2>&1 || exit 2
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; renderToString(e(undefined))' >a.js
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; renderToString(e({ default: () => 1 }))' >b.js
for f in a b; do node $f.js; done >out 2>&1
cat out
grep -qF 'Element type is invalid: expected a string (for built-in components) or a class/function (for composite components) but got: undefined' out
