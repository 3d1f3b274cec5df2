# needs: node
# Reads, lists and runs what does not exist.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'require("fs").readFileSync("data/input.json")' >a.js
echo 'require("child_process").spawn("acme-convert", ["a.png"])' >b.js
echo 'require("fs").promises.readFile("/var/lib/acme-no-such/state.json").catch(e => { throw e })' >c.js
echo 'require("fs").readdirSync("./plugins")' >d.js
echo 'require("fs").writeFileSync("out/report.csv", "x")' >e.js
echo 'require("child_process").spawn("ls", [], { cwd: "/no/such/dir" })' >f.js
echo 'require("fs").readFileSync("~/settings.json")' >g.js
echo 'require("child_process").spawn("git status --short")' >h.js
for script in a b c d e f g h; do node "$script.js"; done >out 2>&1
cat out
grep -qF "ENOENT: no such file or directory, open 'data/input.json'" out && grep -qF 'spawn acme-convert ENOENT' out &&
  grep -qF "ENOENT: no such file or directory, scandir './plugins'" out
