# needs: apt:bash
# Gives a program very many arguments.
set -u
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
{
  bash -c 'ls $(seq 1 400000)'
  python3 -c 'import subprocess; subprocess.run(["ls", *map(str, range(400000))])'
} >"$tmp/out" 2>&1
grep 'too long' "$tmp/out"
grep -qE '/ls: Argument list too long' "$tmp/out" && grep -qF "OSError: [Errno 7] Argument list too long: 'ls'" "$tmp/out"
