# needs: apt:apt
# Asks for packages that no source has, with and without lists.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
package app 1.0
index
echo "deb [trusted=yes] file:$tmp/repo ./" >"$tmp/etc/sources.list"
{
  apt-get install -y app
  apt-get update
  apt-get install -y nosuchpackage
  apt-get install -y app=9.9
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'E: Unable to locate package nosuchpackage' "$tmp/out" && grep -qF "E: Version '9.9' for 'app' was not found" "$tmp/out"
