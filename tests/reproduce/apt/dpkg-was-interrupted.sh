# needs: apt:apt
# Leaves the database of dpkg as an interrupted run does.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/sandbox.bash"
mkdir -p "$tmp/dpkg/info" "$tmp/dpkg/triggers"
: >"$tmp/dpkg/available"
printf 'Package: app\n' >"$tmp/dpkg/updates/0001"
apt-get install -y app >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "E: dpkg was interrupted, you must manually run '" "$tmp/out"
