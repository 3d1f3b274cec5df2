# needs: apt:docker.io apt:busybox-static
# A registry of our own that has no such tag.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
. "$(dirname "$0")/registry.bash"
docker pull "$registry/team/app:9" >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "manifest for $registry/team/app:9 not found: manifest unknown" "$tmp/out"
