# needs: apt:docker.io apt:busybox-static
# Mounts a file where the image has a directory.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
mkdir "$tmp/image/etc"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
echo x >"$tmp/app.conf"
docker run --rm -v "$tmp/app.conf:/etc" app:1 true >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'Are you trying to mount a directory onto a file (or vice-versa)?' "$tmp/out"
