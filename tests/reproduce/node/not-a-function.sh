# needs: node
# Calls what is no function.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'const m = {}; m.start()' >a.js
echo 'const o = { default: () => 1 }; o()' >b.js
echo 'module.exports = { run() {} }' >lib.js
echo 'const run = require("./lib"); run()' >c.js
echo 'const data = { a: 1 }; data.map(x => x)' >d.js
echo 'let x; x()' >e.js
echo 'const a = 1
[1, 2].forEach(console.log)
const s = "a"
(function () {})()' >f.js
echo 'const { go } = require("./lib"); go()' >g.js
echo 'const t = 5; t.trim()' >h.js
echo 'const m = new Map(); for (const x of {a:1}) {}' >i.js
echo 'await_ = async () => [1]; await_().map(x => x)' >j.js
for s in a b c d e f g h i j; do node $s.js; done >out 2>&1
cat out
grep -qF 'TypeError: m.start is not a function' out && grep -qF 'TypeError: data.map is not a function' out
