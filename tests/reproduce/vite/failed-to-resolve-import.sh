# needs: node, npm-registry
# Builds imports that Vite cannot resolve.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent vite@7 >/dev/null 2>&1 || exit 2
mkdir src
echo 'import x from "left-padd"; console.log(x)' >src/a.js
echo 'import "./nope"' >src/b.js
echo '<script type="module" src="/src/a.js"></script>' >index.html
npx vite build >out 2>&1
echo '<script type="module" src="/src/b.js"></script>' >index.html
npx vite build >>out 2>&1
cat out
grep -qF 'failed to resolve import "left-padd" from' out
