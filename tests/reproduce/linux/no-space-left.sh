# needs: apt:coreutils
# Fills a small file system in memory; needs root to mount it.
set -u
tmp=$(mktemp -d) || exit 2
trap 'umount "$tmp/mount" 2>/dev/null; rm -rf "$tmp"' EXIT
mkdir "$tmp/mount"
mount -t tmpfs -o size=64k tmpfs "$tmp/mount"
{
  cp /bin/ls "$tmp/mount/ls"
  python3 -c 'import sys; open(sys.argv[1], "w").write("x" * 10000)' "$tmp/mount/more"
  if command -v node >/dev/null; then
    node -e 'require("fs").writeFileSync(process.argv[1], "x".repeat(10000))' "$tmp/mount/more"
  fi
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "/mount/ls': No space left on device" "$tmp/out" && grep -qF 'OSError: [Errno 28] No space left on device' "$tmp/out"
