# needs: node
# Opens more files than the limit allows, and more watchers.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
ulimit -n 64
echo 'for (let i = 0; i < 200; i++) require("fs").openSync("/dev/null")' >a.js
echo 'const fs = require("fs"); Promise.all(Array.from({length: 200}, () => fs.promises.open("/dev/null"))).catch(e => { console.error(e); process.exit(1) })' >b.js
node a.js >out 2>&1
node b.js >>out 2>&1
cat out
grep -qF 'EMFILE: too many open files' out
