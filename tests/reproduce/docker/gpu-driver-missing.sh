# needs: apt:docker.io apt:busybox-static
# Asks for a GPU where no runtime for it is installed.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
docker run --rm --gpus all app:1 true >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'could not select device driver "" with capabilities: [[gpu]]' "$tmp/out"
