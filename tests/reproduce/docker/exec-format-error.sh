# needs: apt:docker.io apt:busybox-static
# Runs a program for another processor, and a script without a first line that names its interpreter.
set -u
tmp=$(mktemp -d) || exit 2
. "$(dirname "$0")/daemon.bash"
echo 'echo hi' >"$tmp/image/noline.sh"
chmod +x "$tmp/image/noline.sh"
cp "$tmp/image/bin/busybox" "$tmp/image/other"
printf '\267\000' | dd of="$tmp/image/other" bs=1 seek=18 conv=notrunc 2>/dev/null
tar -C "$tmp/image" -c . | docker import - app:1 >/dev/null
{
  docker run --rm app:1 /other
  docker run --rm app:1 /noline.sh
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF 'exec /other: exec format error' "$tmp/out" && grep -qF 'exec /noline.sh: exec format error' "$tmp/out"
