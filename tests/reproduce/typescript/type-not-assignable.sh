# needs: node, npm-registry
# Assigns and passes values of other types.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent typescript@5 >/dev/null 2>&1 || exit 2
cat >a.ts <<'TS'
let n: number = "1"
let s: string = document.querySelector("a")?.getAttribute("href")
let u: string = undefined
const el: HTMLInputElement = document.querySelector("input")
interface User { name: string; age: number }
const user: User = { name: "a" }
const user2: User = { name: "a", age: 1, extra: 2 }
let method: "GET" | "POST" = "GET" as string
function f(x: number) { return x }
f("1")
f(undefined)
f({} as number | undefined)
const opts = { method: "GET" }
function g(o: { method: "GET" | "POST" }) {}
g(opts)
const nums: number[] = ["a"]
async function h(): Promise<number> { return 1 }
const hh: number = h()
f()
f(1, 2)
const x: never = 1
TS
npx tsc --noEmit --strict a.ts >out 2>&1
cat out
grep -qF "error TS2322: Type 'string' is not assignable to type 'number'" out && grep -qF 'error TS2345' out
