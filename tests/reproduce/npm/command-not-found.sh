# needs: npm
# Runs a script whose command is not installed.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "app", "version": "1.0.0", "scripts": {"build": "exit 3", "dev": "vite"}}' >package.json
npm run dev >out 2>&1
cat out
grep -qE 'vite: (command )?not found' out
