# needs: node, npm-registry
# Bundles imports that webpack cannot resolve.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent webpack webpack-cli >/dev/null 2>&1 || exit 2
mkdir src
echo 'import x from "left-padd"; import c from "crypto"; import "./nope"; import y from "@/a"; console.log(x, c, y)' >src/index.js
npx webpack --mode development >out 2>&1
cat out
grep -qF "Module not found: Error: Can't resolve 'left-padd' in" out && grep -qF 'BREAKING CHANGE: webpack < 5 used to include polyfills' out
