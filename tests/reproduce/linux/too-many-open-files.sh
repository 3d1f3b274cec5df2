# needs: apt:bash
# Opens more files than the limit allows.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
ulimit -n 40
{
  python3 -c 'files = [open("/dev/null") for _ in range(50)]'
  if command -v node >/dev/null; then
    node -e 'for (let i = 0; i < 50; i++) require("fs").openSync("/dev/null")'
  fi
} >"$tmp/out" 2>&1
cat "$tmp/out"
grep -qF "OSError: [Errno 24] Too many open files: '/dev/null'" "$tmp/out"
