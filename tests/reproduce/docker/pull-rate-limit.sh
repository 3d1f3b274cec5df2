# needs: apt:docker.io apt:busybox-static
# A registry of our own that answers as Docker Hub does beyond its limit.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
. "$(dirname "$0")/registry.bash"
docker pull "$registry/team/limited:1" >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'toomanyrequests: You have reached your pull rate limit.' "$tmp/out"
