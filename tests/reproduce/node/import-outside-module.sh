# needs: node
# Runs files with import and export as CommonJS (newer versions detect the syntax, so that is switched off).
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'import fs from "fs"; console.log(fs)' >a.js
echo 'import fs from "fs"; console.log(fs)' >b.cjs
echo '{"type": "commonjs"}' >package.json
echo 'export const a = 1' >c.js
for script in a.js b.cjs c.js; do node "$script"; done >out 2>&1
cat out
grep -qF 'SyntaxError: Cannot use import statement outside a module' out && grep -qF "SyntaxError: Unexpected token 'export'" out
