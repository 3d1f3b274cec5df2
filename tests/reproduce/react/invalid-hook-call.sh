# needs: node, npm-registry
# Calls a hook outside of a component.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent react react-dom >/dev/null 2>&1 || exit 2
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; React.useState(0)' >a.js
node a.js >out 2>&1
cat out
grep -qF 'Invalid hook call. Hooks can only be called inside of the body of a function component' out
