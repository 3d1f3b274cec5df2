# needs: apt:docker.io apt:busybox-static
# An image that exists for another processor only.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
. "$(dirname "$0")/registry.bash"
docker pull "$registry/team/armonly:1" >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE 'no matching manifest for linux/[a-z0-9/]+ in the manifest list entries' "$tmp/out"
