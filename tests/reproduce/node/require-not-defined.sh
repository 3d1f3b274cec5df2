# needs: node
# Uses require, module and __dirname inside ES modules.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo '{"type": "module"}' >package.json
echo 'const fs = require("fs"); console.log(fs)' >a.js
echo 'module.exports = { a: 1 }' >b.js
echo 'console.log(__dirname)' >c.js
echo 'const fs = require("fs")' >d.mjs
for script in a.js b.js c.js d.mjs; do node "$script"; done >out 2>&1
cat out
grep -qF 'require is not defined in ES module scope' out && grep -qF 'module is not defined in ES module scope' out &&
  grep -qF '__dirname is not defined in ES module scope' out
