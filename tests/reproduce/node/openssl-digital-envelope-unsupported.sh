# needs: node
# Asks for MD4, which OpenSSL 3 no longer has.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
unset NODE_OPTIONS NODE_PATH
echo 'require("crypto").createHash("md4").update("x")' >a.js
node a.js >out 2>&1
cat out
grep -qF 'error:0308010C:digital envelope routines::unsupported' out
