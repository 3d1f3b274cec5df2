# needs: npm, npm-registry
# Installs globally into a directory that belongs to root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
mkdir -p prefix/lib/node_modules prefix/bin home
chmod -R 755 "$tmp"
chmod 777 home
run() { if [ "$(id -u)" = 0 ]; then setpriv --reuid 65534 --clear-groups --inh-caps=-all "$@"; else chmod 555 prefix/lib/node_modules; "$@"; fi; }
unset npm_config_cache
HOME="$tmp/home" run npm install -g --prefix "$tmp/prefix" is-number@7 >out 2>&1
cat out
chmod 755 prefix/lib/node_modules
grep -qF 'code EACCES' out
