# needs: apt:docker.io apt:busybox-static
# Makes two containers of one name.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
{
  docker run -d --name web app:1 sleep 60
  docker run -d --name web app:1 sleep 60
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE 'Conflict\. The container name "/web" is already in use by container "[0-9a-f]+"' "$tmp/out"
