# needs: node, npm-registry
# Sets state while rendering.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent react react-dom >/dev/null 2>&1 || exit 2
echo 'const React = require("react"), { renderToString } = require("react-dom/server"), e = React.createElement; function C() { const [n, set] = React.useState(0); set(n + 1); return n }; renderToString(e(C))' >a.js
node a.js >out 2>&1
cat out
grep -qF 'Too many re-renders. React limits the number of renders to prevent an infinite loop.' out
