# needs: node
# Missing packages, files and scripts, by require and by import.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
mkdir -p util node_modules/broke
echo 'export const x = 1' >util/paths.mjs
echo '{"name": "broke", "version": "1.0.0", "main": "dist/index.js"}' >node_modules/broke/package.json
echo 'require("./util/paths")' >a.js
echo 'require("left-padd")' >b.js
echo 'import x from "left-padd"' >c.mjs
echo 'import { x } from "./util/paths"' >d.mjs
echo 'require("broke")' >e.js
: >out
for script in a.js b.js c.mjs d.mjs e.js nosuch.js; do
  node "$script" >>out 2>&1
done
node -r dotenv/config a.js >>out 2>&1
cat out
grep -qF "Error: Cannot find module 'left-padd'" out &&
  grep -qF "Cannot find package 'left-padd' imported from" out &&
  grep -qF "[ERR_MODULE_NOT_FOUND]: Cannot find module" out &&
  grep -qF 'requireStack: []' out &&
  grep -qF 'valid "main" entry' out && grep -qF -- '- internal/preload' out
