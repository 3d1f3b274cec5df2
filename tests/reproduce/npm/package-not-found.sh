# needs: npm, npm-registry
# Asks the registry for a package and for a version that it does not have.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
npm init -y >/dev/null 2>&1
npm install no-such-package-acme-20261121 >out 2>&1
npm install @acme-no-such-scope/private-package >>out 2>&1
npm install is-number@99 >>out 2>&1
cat out
grep -qE 'npm (error|ERR!) code E404' out && grep -qE 'npm (error|ERR!) code ETARGET' out
