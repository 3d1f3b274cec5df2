# needs: npm
# Asks for scripts that package.json does not have.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "app", "version": "1.0.0", "scripts": {"dev": "node .", "build": "node ."}}' >package.json
npm run start:dev >out 2>&1
npm run bulid >>out 2>&1
npm start >>out 2>&1
cat out
grep -qF 'Missing script: "start:dev"' out && grep -qF 'Missing script: "start"' out
