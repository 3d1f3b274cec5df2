# needs: npm
# Runs npm where there is no package.json.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
npm run build >out 2>&1
npm ci >>out 2>&1
cat out
grep -qF "Could not read package.json: Error: ENOENT: no such file or directory, open '$tmp/package.json'" out
