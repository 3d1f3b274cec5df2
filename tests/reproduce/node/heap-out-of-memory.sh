# needs: node
# Fills a small heap, with and without one huge allocation.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'const a = []; for (;;) a.push({ n: Math.random(), t: String(Math.random()) })' >a.js
node --max-old-space-size=30 a.js >out 2>&1
echo 'const a = []; while (true) a.push(new Array(1e6).fill(1.5))' >b.js
node --max-old-space-size=30 b.js >>out 2>&1
cat >w.js <<'JS'
const { Worker } = require("worker_threads")
new Worker("const a = []; for (;;) a.push({ n: Math.random(), t: String(Math.random()) })", { eval: true, resourceLimits: { maxOldGenerationSizeMb: 10 } })
  .on("error", (error) => console.error(String(error)))
JS
node w.js >>out 2>&1
cat out
grep -qF 'JavaScript heap out of memory' out
