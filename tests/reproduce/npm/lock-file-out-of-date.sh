# needs: npm, npm-registry
# Runs npm ci with a lock file that does not fit package.json, and without one.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-number": "^7.0.0"}}' >package.json
npm install --package-lock-only --silent >/dev/null 2>&1
echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-number": "^6.0.0", "is-odd": "^3.0.1"}}' >package.json
npm ci >out 2>&1
rm package-lock.json
npm ci >>out 2>&1
cat out
grep -qF 'can only install packages when your package.json and package-lock.json' out && grep -qF 'The `npm ci` command can only install with an existing package-lock.json' out
