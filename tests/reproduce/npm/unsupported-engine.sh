# needs: npm
# Installs a package that wants another version of Node.js.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
mkdir dep
echo '{"name": "dep", "version": "1.0.0", "engines": {"node": ">=99"}}' >dep/package.json
npm pack --silent ./dep >/dev/null 2>&1
echo '{"name": "app", "version": "1.0.0"}' >package.json
npm install ./dep-1.0.0.tgz >out 2>&1
npm install --engine-strict ./dep-1.0.0.tgz >>out 2>&1
cat out
grep -qF 'EBADENGINE' out
