# needs: node
# Watches more directories than the limit of a user namespace allows.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
cd "$tmp" || exit 2
mkdir w
(cd w && seq 1 40 | xargs mkdir)
echo 'for (let i = 1; i <= 40; i++) require("fs").watch("w/" + i)' >a.js
unshare --user --map-root-user sh -c 'echo 10 >/proc/sys/user/max_inotify_watches; exec node a.js' >out 2>&1
cat out
grep -qF 'ENOSPC: System limit for number of file watchers reached' out
