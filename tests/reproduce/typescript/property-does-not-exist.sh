# needs: node, npm-registry
# Reads properties that the types do not have.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent typescript@5 >/dev/null 2>&1 || exit 2
cat >a.ts <<'TS'
const user = { name: "a" }
console.log(user.nmae, user.address)
const o: object = {}; console.log((o as {}).foo)
window.myGlobal = 1
const el = document.querySelector(".x"); el!.value
type A = { kind: "a"; a: number } | { kind: "b"; b: number }
function f(v: A) { return v.a }
try { throw 1 } catch (e) { console.log(e.message) }
const p = Promise.resolve({ id: 1 }); p.id
"x".replaceAll("a", "b")
[1].at(0)
const e = document.getElementById("x"); e.innerHTML
let q: string | undefined; q.length
function g(u?: { a: number }) { return u.a }
let nn: null = null; nn.x
TS
npx tsc --noEmit --strict --target es2018 --lib es2018,dom a.ts >out 2>&1
cat out
grep -qF "error TS2339: Property 'address' does not exist on type" out
