# needs: node, npm-registry
# Lets Jest run a package and a test file that are ES modules.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo '{"name": "app", "version": "1.0.0"}' >package.json
npm install --no-audit --no-fund --silent jest@29 >/dev/null 2>&1 || exit 2
mkdir node_modules/only-esm
echo '{"name": "only-esm", "version": "1.0.0", "main": "index.js"}' >node_modules/only-esm/package.json
echo 'import fs from "fs"; export default fs' >node_modules/only-esm/index.js
echo 'const x = require("only-esm"); test("x", () => {})' >a.test.js
npx jest a.test.js >out 2>&1
echo 'module.exports = { transform: {} }' >jest.config.js
echo 'import fs from "fs"; test("x", () => {})' >b.test.js
npx jest b.test.js >>out 2>&1
cat out
grep -qF 'Jest encountered an unexpected token' out && grep -qF 'Cannot use import statement outside a module' out
