# needs: node, npm-registry
# Uses names that the compiler does not know.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent typescript@5 >/dev/null 2>&1 || exit 2
cat >a.ts <<'TS'
console.log(foo)
const x: Usr = 1
describe("x", () => { it("y", () => {}) })
process.exit()
const m = require("fs")
Buffer.from("a")
const s = new Promise<void>(() => {})
__dirname
$("x")
const mm = new Map<string, number>()
let a: HTMLElement
console.log(usre); const user = 1
TS
npx tsc --noEmit --strict a.ts >out 2>&1
npx tsc --noEmit --strict --target es5 --lib es5 a.ts >>out 2>&1
cat out
grep -qF "error TS2304: Cannot find name 'foo'." out && grep -qF "error TS2580: Cannot find name 'process'." out
