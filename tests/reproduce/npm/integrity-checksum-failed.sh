# needs: npm, npm-registry
# Installs a package whose lock file names another checksum.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "app", "version": "1.0.0", "dependencies": {"is-number": "^7.0.0"}}' >package.json
npm install --package-lock-only --silent >/dev/null 2>&1
sed -i -E 's#"integrity": "sha512-.{8}#"integrity": "sha512-AAAAAAAA#' package-lock.json
npm ci >out 2>&1
cat out
grep -qF 'EINTEGRITY' out
