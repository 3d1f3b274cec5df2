# needs: node
# Reads and sets properties of undefined and null.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'const user = {}; console.log(user.address.city)' >a.js
echo 'const r = null; console.log(r.data)' >b.js
echo 'const u = undefined; u.name = "x"' >c.js
echo 'const list = []; console.log(list[0].id)' >d.js
echo 'let items; items.map(x => x)' >e.js
echo 'const { a } = undefined' >f.js
echo 'class A { constructor() { this.n = 1 } get() { return this.n } } const g = new A().get; g()' >g.js
for s in a b c d e f g; do node $s.js; done >out 2>&1
cat out
grep -qF "Cannot read properties of undefined (reading 'city')" out && grep -qF "Cannot read properties of null (reading 'data')" out
