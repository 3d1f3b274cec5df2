# needs: npm
# Runs an install script that fails.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "app", "version": "1.0.0", "scripts": {"install": "exit 1"}}' >package.json
npm install >out 2>&1
cat out
grep -qE 'npm (error|ERR!) command sh -c exit 1' out
