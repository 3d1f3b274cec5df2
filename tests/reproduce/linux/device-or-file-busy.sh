# needs: apt:coreutils
# Unmounts what is in use, removes a mount point and overwrites a running program; needs root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'kill $helpers 2>/dev/null; wait 2>/dev/null; umount "$tmp/mount"; rm -rf "$tmp"' EXIT
mkdir "$tmp/mount"
mount -t tmpfs tmpfs "$tmp/mount"
(cd "$tmp/mount" && exec sleep 20) &
helpers=$!
cp "$(command -v sleep)" "$tmp/server"
"$tmp/server" 20 &
helpers="$helpers $!"
sleep 0.5
{
  umount "$tmp/mount"
  rm -rf "$tmp/mount"
  cp /bin/ls "$tmp/server"
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'mount: target is busy' "$tmp/out" && grep -qF "mount': Device or resource busy" "$tmp/out" && grep -qF "server': Text file busy" "$tmp/out"
