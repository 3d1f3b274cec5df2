# needs: node, npm-registry
# Runs ESLint 9 without eslint.config.js, and with an old .eslintrc.json.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo "{\"name\": \"app\", \"version\": \"1.0.0\"}" >package.json
npm install --no-audit --no-fund --silent eslint@9 >/dev/null 2>&1 || exit 2
echo 'const a = 1' >a.js
npx eslint a.js >out 2>&1
echo '{"rules": {}}' >.eslintrc.json
npx eslint a.js >>out 2>&1
cat out
grep -qF "ESLint couldn't find an eslint.config.(js|mjs|cjs) file." out
