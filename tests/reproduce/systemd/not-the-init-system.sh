# needs: apt:systemd
# Asks systemctl where systemd is not process 1, in a namespace of its own; needs root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
export LC_ALL=C
unshare --mount --pid --fork sh -c '
  mount -t tmpfs tmpfs /run
  mount -t proc proc /proc
  systemctl start nginx
' >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "System has not been booted with systemd as init system (PID 1). Can't operate." "$tmp/out"
