# needs: node, npm, npm-registry
# Builds an addon without Python and without a compiler.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
export npm_config_cache="$tmp/cache" npm_config_update_notifier=false npm_config_audit=false npm_config_fund=false
echo '{"name": "addon", "version": "1.0.0", "scripts": {"install": "node-gyp rebuild"}}' >package.json
echo '{"targets": [{"target_name": "addon", "sources": ["a.cc"]}]}' >binding.gyp
echo '#include <nosuch.h>' >a.cc
mkdir bin
for tool in node npm sh dirname uname env; do ln -s "$(command -v $tool)" bin/ 2>/dev/null; done
PATH="$tmp/bin" npm install >out 2>&1
cat out
grep -qF 'gyp ERR!' out
