# needs: apt:docker.io apt:busybox-static
# Starts a container in a network that is not there, and one whose network was removed.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
{
  docker run --rm --network backend app:1 true
  docker network create old --subnet 10.77.0.0/24
  docker run -d --name web --network old app:1 sleep 60
  docker stop -t 0 web
  docker network rm old
  docker start web
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'Error response from daemon: network backend not found' "$tmp/out"
