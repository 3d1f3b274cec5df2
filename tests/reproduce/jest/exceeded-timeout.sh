# needs: node, npm-registry
# Runs tests and a hook that never end.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo '{"name": "app", "version": "1.0.0"}' >package.json
npm install --no-audit --no-fund --silent jest@29 >/dev/null 2>&1 || exit 2
cat >slow.test.js <<'JS'
describe("hook", () => { beforeAll(async () => { await new Promise((r) => setTimeout(r, 300)) }, 20); test("x", () => {}) })
test("callback", (done) => {}, 50)
test("promise", async () => { await new Promise(() => {}) }, 50)
JS
npx jest slow.test.js >out 2>&1
cat out
grep -qF 'Exceeded timeout of 50 ms for a test' out
