# needs: node
# Rejects promises that nobody handles.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'Promise.reject(42)' >a.js
echo 'Promise.reject({ code: 1 })' >b.js
echo 'async function main() { throw new Error("no config") } main()' >c.js
echo 'Promise.reject(undefined)' >d.js
for s in a b c d; do node $s.js; done >out 2>&1
node --unhandled-rejections=warn c.js >>out 2>&1
cat out
grep -qF 'This error originated either by throwing inside of an async function without a catch block' out
