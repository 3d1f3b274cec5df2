# needs: apt:docker.io apt:busybox-static
# Asks for the containers as a user who may not use the socket; needs root to be that user.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
chmod 755 "$tmp"
chmod 660 "$tmp/docker.sock"
setpriv --reuid=65534 --regid=65534 --clear-groups "$(command -v docker)" ps >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qE 'permission denied while trying to connect to the [dD]ocker' "$tmp/out"
