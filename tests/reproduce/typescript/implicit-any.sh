# needs: node, npm-registry
# Leaves types away under strict.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent typescript@5 >/dev/null 2>&1 || exit 2
cat >a.ts <<'TS'
function f(x, ...rest) { return x }
const g = ({ a, b }) => a
let h = [].map((x) => x)
const o: { a: number } = { a: 1 }
const k: string = "a"
o[k]
document.addEventListener("x", e => e)
function cb(fn: Function) {}
cb((err, data) => 1)
let later
later = undefined
class A { name: string; items: number[] }
TS
npx tsc --noEmit --strict a.ts >out 2>&1
cat out
grep -qF "error TS7006: Parameter 'x' implicitly has an 'any' type." out
