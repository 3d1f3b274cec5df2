# needs: apt:coreutils
# Writes into a file system that is mounted read-only; needs root.
set -u
tmp=$(mktemp -d) || exit 2
trap 'umount "$tmp/mount" 2>/dev/null; rm -rf "$tmp"' EXIT
mkdir "$tmp/mount"
mount -t tmpfs -o ro tmpfs "$tmp/mount"
{
  touch "$tmp/mount/new"
  python3 -c 'import sys; open(sys.argv[1], "w")' "$tmp/mount/new"
  if command -v node >/dev/null; then
    node -e 'require("fs").writeFileSync(process.argv[1], "x")' "$tmp/mount/new"
  fi
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "/mount/new': Read-only file system" "$tmp/out" && grep -qF 'OSError: [Errno 30] Read-only file system' "$tmp/out"
