# needs: node
# Calls require on an ES module in a version of Node.js that refuses it (newer ones are told to).
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
mkdir -p node_modules/only-esm
echo '{"name": "only-esm", "version": "1.0.0", "type": "module", "main": "index.js"}' >node_modules/only-esm/package.json
echo 'export default 1' >node_modules/only-esm/index.js
echo 'export default 1' >lib.mjs
echo 'const x = require("only-esm"); console.log(x)' >a.js
echo 'const x = require("./lib.mjs"); console.log(x)' >b.js
mkdir esm
echo '{"type": "module"}' >esm/package.json
echo 'module.exports = {}' >esm/config.js
echo 'require("./esm/config.js")' >c.js
echo 'const x = require("fs"); console.log(x)' >esm/d.js
echo 'module.exports = {}' >esm/e.js
options=
node --no-experimental-require-module -e 0 2>/dev/null && options=--no-experimental-require-module
for script in a.js b.js c.js; do node $options "$script"; done >out 2>&1
cat out
[ "$(grep -cF 'ERR_REQUIRE_ESM' out)" -ge 3 ]
