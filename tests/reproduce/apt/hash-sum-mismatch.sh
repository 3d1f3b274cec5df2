# needs: apt:apt
# A repository whose list or package differs from its checksum.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
package app 1.0
index
echo "deb [trusted=yes] file:$tmp/repo ./" >"$tmp/etc/sources.list"
{
  apt-get update
  printf x | dd of="$tmp/repo/app_1.0.deb" bs=1 seek=100 conv=notrunc 2>/dev/null
  apt-get install -y app
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'Hash Sum mismatch' "$tmp/out"
