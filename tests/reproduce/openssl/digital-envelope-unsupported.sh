# needs: apt:openssl
# Asks OpenSSL 3 for MD4, by the command line, Python and Node.js where it is there.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
echo x >file
{
  openssl md4 file
  python3 -c 'import hashlib; hashlib.new("md4")'
  if command -v node >/dev/null; then
    env -u NODE_OPTIONS node -e 'require("crypto").createHash("md4")'
  fi
} >out 2>&1
cat out
grep -qE 'error:0308010C:digital envelope routines:.*:unsupported' out
